/** A form with a file as a browser sends it: fields in their order, then the file. */
export async function multipart(
  fields: Readonly<Record<string, string>>,
  file?: { readonly field: string; readonly name: string; readonly bytes: Uint8Array; readonly type?: string },
): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append(file.field, new Blob([Buffer.from(file.bytes)], { type: file.type ?? '' }), file.name)
  const body = new Response(form)
  return {
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { 'content-type': body.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
  }
}

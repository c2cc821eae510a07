import { unpacked } from './visitor.ts'
import { askOnWire } from './wire.ts'

export type Weight = { readonly path: string; readonly page: number; readonly all: number }

/** Bytes over the line, heads included, for somebody who comes with an empty cache: the page and everything it names. */
export async function weigh(port: number, path: string, cookie = ''): Promise<Weight> {
  const page = await askOnWire({ port, path, headers: cookie === '' ? {} : { cookie } })
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}.`)
  const html = unpacked(page)
  const named = [...html.matchAll(/<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="(\/[^"]+)"[^>]*>/g)]
  const loaded = named.flatMap(([tag = '', address = '']) =>
    tag.startsWith('<link') && !/rel="(stylesheet|icon|preload|modulepreload|manifest)"/.test(tag) ? [] : [address],
  )
  let all = page.bytes
  const addresses = new Set(loaded)
  // Grows while it is walked: a script may import another.
  for (const address of addresses) {
    const asset = await askOnWire({ port, path: address })
    all += asset.bytes
    if (!address.endsWith('.js')) continue
    for (const [, name = ''] of unpacked(asset).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
      addresses.add(`${address.slice(0, address.lastIndexOf('/'))}/${name}`)
  }
  return { path, page: page.bytes, all }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { spoolFolderOf } from './store/disk.ts'

export type Spool = { readonly bytes: number; read(): Promise<Buffer>; drop(): Promise<void> }

/**
 * Takes an upload in as it comes, however slowly: on disk, because a hundred phones on 2G would otherwise hold a gigabyte of
 * memory for minutes; under a key that only this process knows, because a disk may be seized while they send.
 */
export async function spoolUpload(
  dataDir: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<Outcome<Spool, 'fileTooBig' | 'fileEmpty' | 'fileBroken'>> {
  const folder = spoolFolderOf(dataDir)
  await mkdir(folder, { recursive: true })
  const key = randomBytes(32)
  const nonce = randomBytes(16)
  const path = join(folder, randomBytes(16).toString('base64url'))
  const drop = () => rm(path, { force: true })
  const cipher = createCipheriv('aes-256-ctr', key, nonce)
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  let isWhole = true
  try {
    for await (const chunk of untilBroken(stream, () => (isWhole = false))) {
      bytes += chunk.length
      // The rest is read and thrown away: a browser shows our answer only after it could send everything.
      if (bytes <= MAX_FILE_BYTES) await file.write(cipher.update(chunk))
    }
  } catch (error) {
    await drop()
    throw error
  } finally {
    await file.close()
  }
  if (isWhole && bytes > 0 && bytes <= MAX_FILE_BYTES) {
    const read = async () => createDecipheriv('aes-256-ctr', key, nonce).update(await readFile(path))
    return done({ bytes, read, drop })
  }
  await drop()
  if (!isWhole) return refused('fileBroken')
  return refused(bytes === 0 ? 'fileEmpty' : 'fileTooBig')
}

/** A body that ends too soon or is no form is the sender's trouble; a full disk is ours and is thrown. */
async function* untilBroken(stream: AsyncIterable<Uint8Array>, broken: () => void): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(() => undefined)
    if (!next) return broken()
    if (next.done === true) return
    yield next.value
  }
}

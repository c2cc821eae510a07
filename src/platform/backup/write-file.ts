import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFile } from '#src/platform/database/dirty-files.ts'

export type Written = { readonly bytes: number; readonly sha256: string }

/** Writes the stream to a new file, to the disk, and tells what was written. */
export async function writeStream(
  source: NodeJS.ReadableStream,
  path: string,
  through: Transform[] = [],
): Promise<Written> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline([source, ...through, count, createWriteStream(path, { mode: 0o600, flags: 'wx' })])
  await syncFile(path)
  return { bytes, sha256: hash.digest('hex') }
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

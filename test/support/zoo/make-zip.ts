import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip; `packed` and what is claimed of it may differ, as in those made by somebody who means harm. */
export type ZipFile = {
  readonly name: string
  readonly bytes?: Buffer
  readonly packed?: { readonly deflated: Buffer; readonly size: number; readonly crc: number }
}

/** The zip as programs write it: each file with its head, then the list of all, then the end. Twice named, it lies once. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  const places = new Map<ZipFile, number>()
  let at = 0
  for (const file of files) {
    const { deflated, size, crc } = file.packed ?? pack(file.bytes ?? Buffer.alloc(0))
    const name = Buffer.from(file.name)
    const about = Buffer.alloc(26)
    // Version 2.0, UTF-8 names, deflate, 1 January 2024.
    for (const [place, value] of [20, 0x0800, 8, 0, 0x5821].entries()) about.writeUInt16LE(value, place * 2)
    for (const [place, value] of [crc, deflated.length, size].entries()) about.writeUInt32LE(value, 10 + place * 4)
    about.writeUInt16LE(name.length, 22)
    const known = places.get(file)
    if (known === undefined) {
      places.set(file, at)
      const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), about, name, deflated])
      bodies.push(body)
      at += body.length
    }
    const where = Buffer.alloc(14)
    where.writeUInt32LE(known ?? places.get(file) ?? 0, 10)
    list.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), about, where, name)
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  for (const place of [8, 10]) end.writeUInt16LE(files.length, place)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

const pack = (bytes: Buffer) => ({ deflated: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) })

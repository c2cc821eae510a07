import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { aDocument, aField, aRelation, textFile } from './documents.ts'
import { makeZip } from './make-zip.ts'

/** A file that somebody sends who means harm, or one that tells more than its sender knows. */
export type Animal = {
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
  /** What the portal does: takes it in, cleaned, under this ending; or refuses it. */
  readonly becomes: 'jpg' | 'png' | 'webp' | 'pdf' | 'docx' | 'ogg' | 'm4a' | 'mp3' | 'webm' | 'refused'
}

const MB = 1024 * 1024
export const sample = (name: string) => readFileSync(join(import.meta.dirname, '../samples', name))
const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#9b1b30' } })
/** 42°52′ N 74°34′ E: the middle of Bishkek. */
const place = {
  IFD0: { Make: 'Canary-camera' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '74/1 34/1 0/1' },
}
const page = Buffer.from('<html><script>alert("Canary-script")</script></html>')
/** EICAR's harmless sign for trying scanners, in two so that this file itself is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
export const aPdf = (words = '') =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< ${words} >>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`)

/** Made anew each time: nothing hostile lies in the repository. */
export async function catchZoo(): Promise<Animal[]> {
  return [...(await pictures()), ...(await named()), ...voices(), ...(await documents()), ...others()]
}

async function pictures(): Promise<Animal[]> {
  const jpeg = await picture().withExif(place).jpeg().toBuffer()
  const png = await picture().withExif(place).png().toBuffer()
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page])
  const heic = sample('photo.heic')
  const wide = (bytes: Buffer, at: number, size = 4) => {
    const copy = Buffer.from(bytes)
    copy.writeUIntBE(size === 2 ? 65_500 : 50_000, at, size)
    copy.writeUIntBE(size === 2 ? 65_500 : 50_000, at + size, size)
    return copy
  }
  const widePng = wide(png, 16)
  widePng.writeUInt32BE(crc32(widePng.subarray(12, 29)), 29)
  return [
    { what: 'a photo with its place', name: 'a.jpg', bytes: jpeg, becomes: 'jpg' },
    { what: 'a PNG with its place', name: 'a.png', bytes: png, becomes: 'png' },
    {
      what: 'a WebP with its place',
      name: 'a.webp',
      bytes: await picture().withExif(place).webp().toBuffer(),
      becomes: 'webp',
    },
    { what: 'the photo of an iPhone with its place', name: 'IMG_1.HEIC', bytes: heic, becomes: 'jpg' },
    {
      what: 'a photo with a web page in its note',
      name: 'a.jpg',
      bytes: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      becomes: 'jpg',
    },
    { what: 'a photo with a web page behind it', name: 'a.html', bytes: Buffer.concat([jpeg, page]), becomes: 'jpg' },
    { what: 'a photo with a zip behind it', name: 'a.jar', bytes: Buffer.concat([jpeg, aDocument()]), becomes: 'jpg' },
    { what: 'a PNG of 50,000 × 50,000', name: 'a.png', bytes: widePng, becomes: 'refused' },
    {
      what: 'a photo of 65,500 × 65,500',
      name: 'a.jpg',
      bytes: wide(jpeg, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5, 2),
      becomes: 'refused',
    },
    {
      what: 'a HEIC of 50,000 × 50,000',
      name: 'a.heic',
      bytes: wide(heic, heic.indexOf('ispe') + 8),
      becomes: 'refused',
    },
    { what: 'a HEIC that was cut off', name: 'a.heic', bytes: heic.subarray(0, 900), becomes: 'refused' },
    { what: 'a HEIC of which only the head came', name: 'a.heic', bytes: heic.subarray(0, 40), becomes: 'refused' },
  ]
}

async function named(): Promise<Animal[]> {
  const bytes = await picture().jpeg().toBuffer()
  const names = [
    'photo.jpg.exe',
    '../../../etc/passwd',
    'C:\\Windows\\a.bat',
    'evil\u202Egpj.exe',
    '\u200F.html',
    'a\r\nset-cookie: x.svg',
  ]
  return names.map((name) => ({ what: `the name ${JSON.stringify(name)}`, name, bytes, becomes: 'jpg' as const }))
}

function voices(): Animal[] {
  const mp3 = sample('voice.mp3')
  const m4a = sample('voice.m4a')
  return [
    { what: 'an M4A with its place', name: 'a.m4a', bytes: m4a, becomes: 'm4a' },
    { what: 'an Opus voice note with a name', name: 'a.ogg', bytes: sample('voice.ogg'), becomes: 'ogg' },
    { what: 'a Vorbis voice note with a name', name: 'a.ogg', bytes: sample('vorbis.ogg'), becomes: 'ogg' },
    { what: 'an MP3 with a name', name: 'a.mp3', bytes: mp3, becomes: 'mp3' },
    { what: 'what a browser records', name: 'a.webm', bytes: sample('voice.webm'), becomes: 'webm' },
    { what: 'an MP3 with a web page behind it', name: 'a.html', bytes: Buffer.concat([mp3, page]), becomes: 'mp3' },
    { what: 'a film', name: 'a.m4a', bytes: sample('film.mp4'), becomes: 'refused' },
    { what: 'an M4A that was cut off', name: 'a.m4a', bytes: m4a.subarray(0, 300), becomes: 'refused' },
    {
      what: 'a web page that begins like an MP3',
      name: 'a.mp3',
      bytes: Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\0\0', 'latin1'), page]),
      becomes: 'refused',
    },
  ]
}

const refusedDocument = (what: string, bytes: Buffer): Animal => ({ what, name: 'a.docx', bytes, becomes: 'refused' })

async function documents(): Promise<Animal[]> {
  const photo = { name: 'word/media/image1.jpeg', bytes: await picture().withExif(place).jpeg().toBuffer() }
  const gigabyte = zeros(1024)
  const big = { name: 'word/styles.xml', packed: gigabyte }
  const over = textFile('word/styles.xml', 'a'.repeat(30 * MB))
  return [
    {
      what: 'a document with its writer and a photo with its place',
      name: 'a.docx',
      bytes: aDocument({ more: [photo], relations: aRelation('image', 'media/image1.jpeg') }),
      becomes: 'docx',
    },
    refusedDocument('a document that unpacks to 1 GB', aDocument({ more: [big] })),
    refusedDocument(
      'a document that unpacks to 1 GB and says 1 KB',
      aDocument({ more: [{ ...big, packed: { ...gigabyte, size: 1024 } }] }),
    ),
    refusedDocument('a document whose parts lie over each other', aDocument({ more: [over, over] })),
    refusedDocument(
      'a document of 20,000 parts',
      aDocument({ more: Array.from({ length: 20_000 }, (_, n) => textFile(`word/n${n}.xml`, '')) }),
    ),
    refusedDocument('a document with macros', aDocument({ more: [textFile('word/vbaProject.bin', 'x')] })),
    refusedDocument(
      'a document that says it has macros',
      aDocument({ type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ),
    refusedDocument(
      'a document with another file in it',
      aDocument({ more: [textFile('word/embeddings/a.xlsx', 'x')] }),
    ),
    refusedDocument(
      'a document with a picture from elsewhere',
      aDocument({ relations: aRelation('image', 'https://example.org/a.png', 'External') }),
    ),
    refusedDocument(
      'a document that hides where it fetches from',
      aDocument({ relations: aRelation('image', 'https://example.org/a.png', '&#69;xternal') }),
    ),
    refusedDocument('a document that starts a program', aDocument({ words: aField(' DDE', 'AUTO c:\\cmd') })),
    refusedDocument(
      'a document with an entity',
      aDocument({ before: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' }),
    ),
    refusedDocument('a document with a part outside', aDocument({ more: [textFile('../../word/a.xml', 'x')] })),
    refusedDocument('a zip that is no document', makeZip([textFile('a.txt', 'x')])),
    refusedDocument('a document with a web page before it', Buffer.concat([page, aDocument()])),
  ]
}

/** So many MB of nothing, as a zip holds them: a thousandth. */
function zeros(megabytes: number) {
  const one = Buffer.alloc(MB)
  const block = deflateRawSync(one, { finishFlush: 3 })
  let crc = 0
  for (let n = 0; n < megabytes; n += 1) crc = crc32(one, crc)
  // A block that was ended without being the last can follow itself.
  const deflated = Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))])
  return { deflated, size: megabytes * MB, crc }
}

const others = (): Animal[] => [
  {
    what: 'a PDF with JavaScript',
    name: 'a.pdf',
    bytes: aPdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    becomes: 'pdf',
  },
  {
    what: 'a PDF that is a web page, too',
    name: 'a.html',
    bytes: Buffer.concat([aPdf(), page, aPdf()]),
    becomes: 'pdf',
  },
  { what: 'a web page', name: 'a.jpg', bytes: page, becomes: 'refused' },
  {
    what: 'an SVG',
    name: 'a.svg',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    becomes: 'refused',
  },
  { what: 'a program', name: 'a.pdf', bytes: Buffer.from('MZ\x90\0\x03\0\0\0'), becomes: 'refused' },
  {
    what: 'a GIF that is a script, too',
    name: 'a.gif',
    bytes: Buffer.from('GIF89a/*\0*/=1;alert(1)//;'),
    becomes: 'refused',
  },
]

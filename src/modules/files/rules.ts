import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const voiceTypes = ['audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/webm'] as const
export type VoiceType = (typeof voiceTypes)[number]
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp'
/** What is kept and handed out. */
export type FileType = ImageType | VoiceType | 'application/pdf' | typeof DOCX
/** What may be sent: the photo of an iPhone is kept as a JPEG, which every machine can show. */
export type SentType = FileType | 'image/heic'

export const isVoice = (type: string): type is VoiceType => voiceTypes.some((voice) => voice === type)

/** For the attribute `accept`: endings, too, since few machines know all the types by name. */
export const acceptedFiles = [
  'image/jpeg,image/png,image/webp,image/heic,.heic,.heif,application/pdf,.docx',
  DOCX,
  ...voiceTypes,
  'audio/x-m4a,.ogg,.oga,.opus,.m4a,.mp3',
].join(',')

/** What the virus scanner said; undefined: there was none when the file came. */
export type Scan = 'waiting' | 'clean' | 'refused' | undefined

/** Whether the file may be handed out: a scanner that is there must have seen it. */
export const isOpen = (scan: Scan): boolean => scan === undefined || scan === 'clean'

/** The key of the copy that waits for the scanner opens this copy alone. */
export const boundToCopy = (copyId: string) => `scan copy ${copyId}`

/** Whatever a browser shows in a page; all of it was drawn anew when it was taken in. */
const isPicture = (type: string): boolean => type.startsWith('image/')

/** Whether a page shows it, small and large. */
export const canShow = ({ type, scan }: { readonly type: string; readonly scan: Scan }): boolean =>
  isPicture(type) && isOpen(scan)

/** As a page shows a picture: among others, and alone. */
export const pictureSizes = ['small', 'large'] as const
export type PictureSize = (typeof pictureSizes)[number]
export const parsePictureSize = (text: string): PictureSize | undefined => pictureSizes.find((size) => size === text)
/** Bytes: five of them come over 2G in some ten seconds. */
export const MOST_OF_A_SMALL_PICTURE = 15_000

/** Where one of several stands, with those beside it; undefined: it is none of them. */
export function placeAmong<One extends { readonly id: string }>(all: readonly One[], id: string) {
  const at = all.findIndex((one) => one.id === id)
  const one = all[at]
  return one && { one, number: at + 1, of: all.length, before: all[at - 1], after: all[at + 1] }
}

export type FileOwner = { readonly kind: 'draft' | 'appeal'; readonly id: string }

/** Files that wait to be sent with one message. */
export const MAX_FILES = 5
/** Checked in the header, before anything is decoded. */
export const MAX_PIXELS = 50_000_000
/** Bytes once unpacked: a picture of 16 bits a colour has twice as many. */
export const MAX_UNPACKED = 200_000_000
/** Of a HEIC: it is drawn without help of the processor, 12 million in 1.4 to 2 s and 290 MB (measured). */
export const MAX_HEIC_PIXELS = 25_000_000
/** In seconds. Somebody has to listen to it. */
export const MAX_VOICE_SECONDS = 60 * 60
/** Longer sides are brought down to this. */
export const MAX_SIDE = 4000

const MB = 1024 * 1024
const GB = 1024 * MB
/** Bytes that one place may have taken in within an hour: a dormitory of 50 with two photos each, and no disk in a night. */
export const MOST_OF_A_PLACE = 300 * MB
/** Files of one side of an appeal, sent or not, and their bytes in all; both stand in the words of the refusal. */
export const MAX_FILES_OF_APPEAL = 100
export const MAX_BYTES_OF_APPEAL = 200 * MB

/** Whether an appeal takes one more of a side, as large as a file may be: how large it is shows only when it is there. */
export const takesAnother = (held: { readonly files: number; readonly bytes: number }): boolean =>
  held.files < MAX_FILES_OF_APPEAL && held.bytes + MAX_FILE_BYTES <= MAX_BYTES_OF_APPEAL

/** So many bytes must stay free, and what nobody has sent may not take more than a quarter of the disk. */
export const hasRoom = (disk: { readonly free: number; readonly size: number; readonly waiting: number }): boolean =>
  disk.free - MAX_FILE_BYTES > Math.min(2 * GB, disk.size / 10) && disk.waiting + MAX_FILE_BYTES < disk.size / 4

export const extensionOf: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  [DOCX]: 'docx',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
}

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, n) => bytes[at + n] === byte)

const starts: readonly (readonly [SentType, readonly number[], at?: number])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  // A reader would also find a PDF that starts later; one that starts with something else is two files in one.
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [DOCX, [0x50, 0x4b, 0x03, 0x04]],
  ['audio/ogg', [0x4f, 0x67, 0x67, 0x53]],
  ['audio/webm', [0x1a, 0x45, 0xdf, 0xa3]],
  ['audio/mpeg', [0x49, 0x44, 0x33]],
  // Without the note in front the first sound itself: MPEG 1 or 2, layer 3.
  ...[0xfa, 0xfb, 0xf2, 0xf3].map((mark) => ['audio/mpeg', [0xff, mark]] as const),
]
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']
const voiceBrands = [
  'M4A ',
  'M4B ',
  'mp41',
  'mp42',
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'dash',
  '3gp4',
  '3gp5',
  '3gp6',
]

/** What the first bytes say; a name or a declared type is never asked. Undefined: nothing we take. */
export function typeFromFirstBytes(bytes: Uint8Array): SentType | undefined {
  const found = starts.find(([, start, at]) => startsWith(bytes, start, at))?.[0]
  if (found === 'image/webp') return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) ? found : undefined
  if (found !== undefined || !startsWith(bytes, [0x66, 0x74, 0x79, 0x70], 4)) return found
  const brand = String.fromCharCode(...bytes.subarray(8, 12))
  if (heicBrands.includes(brand)) return 'image/heic'
  return voiceBrands.includes(brand) ? 'audio/mp4' : undefined
}

/** A PDF that was cut off lacks its end mark; readers look for it in the last kilobyte or so. */
export const hasPdfEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')

const MAX_STEM = 80
// No system has longer names. Cut first: dots at an end cost the square of their number, 78,000 of them nine seconds (measured).
const MOST_OF_A_NAME = 255

/**
 * The name to show and to save under: without folders, without signs nobody sees (a right-to-left mark turns "gpj.exe" round),
 * and with the ending of what it really is.
 */
export function displayName(given: string, type: FileType): string {
  const last = given.slice(-MOST_OF_A_NAME).normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const seen = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*]/g, '_')
  const stem = seen.replace(/\.[A-Za-z0-9]{1,8}$/u, '').replace(/^[.\s]+|[.\s]+$/gu, '')
  const short = Array.from(stem).slice(0, MAX_STEM).join('').trim()
  return `${short === '' ? 'file' : short}.${extensionOf[type]}`
}

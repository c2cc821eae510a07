import { fileTypeFromBuffer } from 'file-type'
import { refused, type Outcome } from '#src/kernel/outcome.ts'
import { DOCX, isVoice, type FileType, type SentType } from '#src/modules/files/rules.ts'
import { copyVoice } from './copy-voice.ts'
import { encodeHeic, encodeImage } from './encode-image.ts'
import { rewriteDocument } from './rewrite-document.ts'

export type CleanRefusal =
  | 'fileKindRefused'
  | 'fileTooManyPixels'
  | 'fileBroken'
  | 'voiceTooLong'
  | 'documentRefused'
  | 'documentTooLarge'
export type Cleaned = { readonly bytes: Buffer; readonly type: FileType }
/** All that needs to be read in depth. A PDF is kept as it came. */
export type CleanType = Exclude<SentType, 'application/pdf'>

/** What the file is about and nothing else of it: drawn, copied or packed anew. Runs in a process of its own (run-worker.ts). */
export async function cleanBytes(bytes: Buffer, type: CleanType): Promise<Outcome<Cleaned, CleanRefusal>> {
  // A second opinion that looks deeper: a camera's raw file or an animation may begin like a JPEG or PNG.
  const opinion = await fileTypeFromBuffer(bytes)
  if (!opinions[type].includes(opinion?.mime ?? '')) return refused('fileKindRefused')
  try {
    if (isVoice(type)) return await copyVoice(bytes, type)
    if (type === 'image/heic') return await encodeHeic(bytes)
    if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp') return await encodeImage(bytes, type)
    return await rewriteDocument(bytes)
  } catch {
    // The reader's words are about the file, not about us: cut off, wrong checksum, not what it says it is.
    return refused('fileBroken')
  }
}

const opinions: Readonly<Record<CleanType, readonly string[]>> = {
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png', 'image/apng'],
  'image/webp': ['image/webp'],
  'image/heic': ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  // Where a reader stops early; the zip itself is read strictly.
  [DOCX]: [DOCX, 'application/zip'],
  'audio/ogg': ['audio/ogg', 'audio/ogg; codecs=opus'],
  // Telephones record sound into what is made for film; whether there is a film in it is seen when it is copied.
  'audio/mp4': ['audio/mp4', 'audio/x-m4a', 'video/mp4', 'video/3gpp'],
  'audio/webm': ['video/webm', 'audio/webm'],
  'audio/mpeg': ['audio/mpeg'],
}

// What other modules may use of files.
export { acceptFile, type FileRefusal } from './accept-file.ts'
export { listFiles, readFile, type FileEntry } from './read-file.ts'
export { readScanState } from './store/scans.ts'
export { resealScanKeys } from './scan-file/reseal-keys.ts'
export { moveFiles, removeFile, removeFilesOf } from './move-files.ts'
export { readPicture } from './show-picture/read-picture.ts'
export { sendFile, sendPicture } from './send-file.ts'
export type { FileOwner } from './rules.ts'

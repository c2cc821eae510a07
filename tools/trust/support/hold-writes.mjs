// Preloaded to break the promise on purpose: what PGlite writes to its log stays in this process for a while,
// so that kill -9 takes what was acknowledged meanwhile.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { openSync, writeSync } = fs
const logs = new Set()
const held = new Set()
// Begins at a signal: recovery reads what it wrote, and would not get through.
let isHolding = false
process.on('SIGUSR2', () => {
  isHolding = true
})
fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest)
  if (String(path).includes('/pg_wal/')) logs.add(file)
  else logs.delete(file)
  return file
}
fs.writeSync = (file, bytes, offset, length, position) => {
  if (!isHolding || !logs.has(file)) return writeSync(file, bytes, offset, length, position)
  const kept = Uint8Array.from(bytes.subarray(offset, offset + length))
  const late = () => {
    if (!held.delete(late)) return
    try {
      writeSync(file, kept, 0, length, position)
    } catch {
      // Closed meanwhile: lost, as is the point.
    }
  }
  held.add(late)
  setTimeout(late, 400)
  return length
}
// An orderly end loses nothing: only a kill does.
process.on('exit', () => {
  for (const late of held) late()
})
syncBuiltinESMExports()

// Preloaded to break the promise on purpose: what reads a file of a stranger gives it back as it came.
import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'

const { spawn } = childProcess
const echo = `const { writeFileSync } = require('node:fs')
const parts = []
process.stdin.on('data', (part) => parts.push(part)).on('end', () => {
  const type = process.argv.at(-1) === 'image/heic' ? 'image/jpeg' : process.argv.at(-1)
  writeFileSync(3, 'ready\\n' + JSON.stringify({ ok: true, type }) + '\\n')
  writeFileSync(3, Buffer.concat(parts))
})`
childProcess.spawn = (command, args, options) =>
  args?.some((one) => one.includes('file-worker'))
    ? spawn(process.execPath, ['-e', echo, '--', args.at(-1)], options)
    : spawn(command, args, options)
syncBuiltinESMExports()

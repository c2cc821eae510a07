// Builds styles, browser code and the server into dist/. Skips when nothing it is made from has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src', 'migrations', 'vite.config.ts', 'vite.server.config.ts', 'package-lock.json', 'tools/build.mjs']
const stamp = 'dist/.built-from'

function* filesIn(path) {
  const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true, recursive: false }) : []
  for (const entry of entries) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) yield* filesIn(inside)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield inside
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const files = source.includes('.') ? [source] : [...filesIn(source)].sort()
    for (const file of files) if (existsSync(file)) hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

const now = fingerprint()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now || process.argv.includes('--force')) {
  console.log('Building …')
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']
  execFileSync(process.execPath, [...vite], { stdio: 'inherit' })
  execFileSync(process.execPath, [...vite, '--config', 'vite.server.config.ts'], { stdio: 'inherit' })
  // What the embedded database's first start is made from.
  execFileSync(process.execPath, ['--liftoff-only', '--import', 'tsx', 'tools/make-template.ts'], { stdio: 'inherit' })
  mkdirSync('dist', { recursive: true })
  writeFileSync(stamp, now)
}

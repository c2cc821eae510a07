import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { makeTemplate } from '#src/platform/database/template.ts'
import { templateFile } from '#src/platform/database/template-file.ts'

// What the first start of an embedded database is made from (npm run build).
const file = templateFile()
if (!existsSync(file)) {
  mkdirSync('dist', { recursive: true })
  for (const name of readdirSync('dist')) if (/^database-.*\.tar\.gz$/.test(name)) rmSync(`dist/${name}`)
  writeFileSync(file, await makeTemplate('gzip'))
}

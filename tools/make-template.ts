import { mkdirSync, writeFileSync } from 'node:fs'
import { makeTemplate } from '#src/platform/database/template.ts'
import { TEMPLATE_FILE } from '#src/platform/database/template-file.ts'

// What the first start of an embedded database is made from (npm run build).
mkdirSync('dist', { recursive: true })
writeFileSync(TEMPLATE_FILE, await makeTemplate('gzip'))

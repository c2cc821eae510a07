import { existsSync, readFileSync } from 'node:fs'

/** Where `npm run build` puts a data folder with all tables and no rows (tools/make-template.ts). */
export const TEMPLATE_FILE = 'dist/database-template.tar.gz'

/** Starting from it costs a fifth of the memory and time. Undefined in a tree that was not built: the first start makes all itself. */
export const readTemplate = (): Blob | undefined =>
  existsSync(TEMPLATE_FILE) ? new Blob([readFileSync(TEMPLATE_FILE)]) : undefined

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// What starts a database or a process: those tests take seconds each, and belong to `npm test`.
const starts =
  /\b(startPortal|openTestDatabase|openPglite|openDurable|openEmbedded|openServer|makeTemplate|spawn|fork)\(/
const isSlow = (text) => starts.test(text) || text.includes('#tools/trust/') || text.includes('#test/support/portal.ts')

/** Paths of the tests that need neither database nor process: the ones worth running after each change. */
export const unitTests = () =>
  ['src', 'test', 'tools']
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isSlow(readFileSync(path, 'utf8')))

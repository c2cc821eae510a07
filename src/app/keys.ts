import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '#src/platform/config.ts'
import { newKeyFileText, readKeyFile } from '#src/platform/key-file.ts'
import type { KeyMaterial } from '#src/platform/keyring.ts'

/** The keys of the portal. A rehearsal makes its own; production never does, since a lost key file loses what it sealed. */
export function keysFor(config: Config): KeyMaterial {
  const path = config.keysFile ?? join(config.dataDir, 'keys.json')
  if (!existsSync(path) && config.mode === 'rehearsal') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, newKeyFileText(), { mode: 0o600, flag: 'wx' })
  }
  if (!existsSync(path))
    throw new Error(`No key file at ${path}. Make one with "mekendesh keys new" and keep a copy elsewhere.`)
  if (config.mode === 'production' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`Others on this machine may read the keys in ${path}. Run: chmod 600 ${path}`)
  return readKeyFile(path)
}

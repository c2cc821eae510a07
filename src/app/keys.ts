import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '#src/platform/config.ts'
import { newKeyFileText, parseKeyFile, readKeyFile, withNewProofKey } from '#src/platform/key-file.ts'
import type { KeyMaterial } from '#src/platform/keyring.ts'

/** The keys of the portal. A rehearsal makes its own; production never does, since a lost key file loses what it sealed. */
export function keysFor(config: Config): KeyMaterial {
  const path = config.keysFile ?? join(config.dataDir, 'keys.json')
  if (!existsSync(path) && config.mode === 'rehearsal') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, newKeyFileText(), { mode: 0o600, flag: 'wx' })
  }
  if (existsSync(path) && config.mode === 'rehearsal') addProofKey(path)
  if (!existsSync(path))
    throw new Error(`No key file at ${path}. Make one with "mekendesh keys new" and keep a copy elsewhere.`)
  if (config.mode === 'production' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`Others on this machine may read the keys in ${path}. Run: chmod 600 ${path}`)
  return readKeyFile(path)
}

/** A rehearsal that was begun before there were proofs of filing. */
function addProofKey(path: string) {
  const text = readFileSync(path, 'utf8')
  if (parseKeyFile(text).proof.length === 0) replaceKeyFile(path, withNewProofKey(text).text)
}

/** Whole or not at all: a key file that is half written opens nothing. */
export function replaceKeyFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

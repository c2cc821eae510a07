import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig, type Config } from '#src/platform/config.ts'
import { newKeyFileText } from '#src/platform/key-file.ts'
import { keysFor } from './keys.ts'

let home: string
let keysFile: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mekendesh-keys-'))
  keysFile = join(home, 'safe', 'keys.json')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function configWith(env: NodeJS.ProcessEnv): Config {
  const read = readConfig({ DATA_DIR: join(home, 'data'), ...env })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.config
}
const production = () =>
  configWith({
    MEKENDESH_MODE: 'production',
    PUBLIC_URL: 'https://example.kg',
    TRUST_PROXY: 'none',
    KEYS_FILE: keysFile,
  })

test('production makes no keys by itself: it says where they are missing and how to make them', () => {
  expect(() => keysFor(production())).toThrow(/No key file at .*keys\.json.*mekendesh keys new/)
  expect(existsSync(keysFile)).toBe(false)
})

test('a rehearsal makes its own, readable for nobody else, and keeps to them', () => {
  const config = configWith({})
  const first = keysFor(config)
  expect(keysFor(config)).toEqual(first)
  expect(statSync(join(home, 'data', 'keys.json')).mode & 0o077).toBe(0)
})

test('production takes the keys it was given', () => {
  const config = configWith({ KEYS_FILE: keysFile })
  const made = keysFor(config)
  expect(keysFor(production())).toEqual(made)
})

test.each([0o640, 0o604, 0o666])(
  'production takes no keys that others on the machine may read or change: %o',
  (mode) => {
    const made = keysFor(configWith({ KEYS_FILE: keysFile }))
    chmodSync(keysFile, mode)
    expect(() => keysFor(production())).toThrow(/chmod 600/)
    chmodSync(keysFile, 0o400)
    expect(keysFor(production())).toEqual(made)
  },
)

test('a key file that is broken is refused, never made anew', () => {
  keysFile = join(home, 'keys.json')
  writeFileSync(keysFile, newKeyFileText().slice(0, 40), { mode: 0o600 })
  expect(() => keysFor(production())).toThrow(/JSON/)
  expect(() => keysFor(configWith({ KEYS_FILE: keysFile }))).toThrow(/JSON/)
})

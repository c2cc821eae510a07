import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const production = {
  MEKENDESH_MODE: 'production',
  PUBLIC_URL: 'https://example.kg/',
  TRUST_PROXY: 'none',
  KEYS_FILE: '/etc/mekendesh/keys.json',
}
const problemsOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env)
  return read.ok ? [] : read.problems.map((problem) => problem.split(':')[0])
}

test('with nothing set it is a rehearsal on this machine', () => {
  expect(readConfig({})).toMatchObject({
    ok: true,
    config: { mode: 'rehearsal', host: '127.0.0.1', publicUrl: 'http://localhost:3000', isDev: false },
  })
})

test('production names everything it still needs, all at once', () => {
  expect(problemsOf({ MEKENDESH_MODE: 'production' })).toEqual(['PUBLIC_URL', 'TRUST_PROXY', 'KEYS_FILE'])
  for (const name of ['PUBLIC_URL', 'TRUST_PROXY', 'KEYS_FILE']) {
    expect(problemsOf({ ...production, [name]: undefined })).toEqual([name])
    // Set and empty is not set.
    expect(problemsOf({ ...production, [name]: ' ' })).toEqual([name])
  }
})

test('production starts with what it needs, and "none" means that no proxy is trusted', () => {
  expect(readConfig(production)).toMatchObject({
    ok: true,
    config: { mode: 'production', publicUrl: 'https://example.kg', trustProxy: [] },
  })
})

test('production refuses what is meant for people who develop', () => {
  expect(problemsOf({ ...production, MEKENDESH_DEV: '1' })).toEqual(['MEKENDESH_DEV'])
  expect(problemsOf({ ...production, MEKENDESH_DEV: '0' })).toEqual([])
  expect(problemsOf({ ...production, LIMIT_FACTOR: '2' })).toEqual(['LIMIT_FACTOR'])
})

test('0 switches the help for developing off', () => {
  expect(readConfig({ MEKENDESH_DEV: '0' })).toMatchObject({ ok: true, config: { isDev: false } })
  expect(readConfig({ MEKENDESH_DEV: '1' })).toMatchObject({ ok: true, config: { isDev: true } })
})

test('a value that is none is named with its setting, beside all others', () => {
  expect(problemsOf({ PORT: '70000', PUBLIC_URL: 'example.kg', LOG_LEVEL: 'loud' })).toEqual([
    'PORT',
    'PUBLIC_URL',
    'LOG_LEVEL',
  ])
})

test('the figures listen where they are told, for other machines only with a token, and never under a name', () => {
  expect(problemsOf({ METRICS_LISTEN: '127.0.0.1:9464' })).toEqual([])
  expect(problemsOf({ METRICS_LISTEN: '[::1]:9464' })).toEqual([])
  expect(problemsOf({ METRICS_LISTEN: '0.0.0.0:9464' })).toEqual(['METRICS_TOKEN'])
  expect(problemsOf({ METRICS_LISTEN: '10.0.0.5:9464', METRICS_TOKEN: 'x'.repeat(24) })).toEqual([])
  expect(problemsOf({ METRICS_LISTEN: '[::]:9464' })).toEqual(['METRICS_TOKEN'])
  expect(problemsOf({ METRICS_LISTEN: '127.0.0.1:9464', METRICS_TOKEN: 'short' })).toEqual(['METRICS_TOKEN'])
  for (const wrong of ['9464', 'localhost:9464', '127.0.0.1', '127.0.0.1:99999'])
    expect([wrong, problemsOf({ METRICS_LISTEN: wrong })]).toEqual([wrong, ['METRICS_LISTEN']])
  expect(readConfig({ METRICS_LISTEN: '[::1]:9464' })).toMatchObject({
    config: { metricsListen: { host: '::1', port: 9464 } },
  })
})

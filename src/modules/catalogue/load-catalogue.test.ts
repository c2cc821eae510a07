import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, constantFrom, property } from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { CatalogueProblems, catalogue, checkCatalogue, loadCatalogue, takeCatalogue, useCatalogue } from './index.ts'
import { files } from './rules/files.ts'
import { WORDS_IN_A_LIST } from './rules/words.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mekendesh-catalogue-'))
  cpSync('catalogue', dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

const read = (file: string) => readFileSync(join(dir, file), 'utf8')
const write = (file: string, text: string) => writeFileSync(join(dir, file), text)

/** Changes the only line of the file that matches, and gives its number. */
function breakLine(file: string, before: string, after: string): number {
  const lines = read(file).split('\n')
  const at = lines.findIndex((line) => line.includes(before))
  expect(at).toBeGreaterThan(-1)
  lines[at] = (lines[at] ?? '').replace(before, after)
  write(file, lines.join('\n'))
  return at + 1
}

test('the real catalogue is whole, and its look-ups find what they are asked for', () => {
  expect(checkCatalogue('catalogue').problems).toEqual([])
  const real = loadCatalogue('catalogue')
  expect([real.topics.length, real.topicGroups.length, real.questions.size]).toEqual([35, 9, 89])
  expect([real.bodies.length, real.countries.length, real.missions.length]).toEqual([33, 44, 48])
  expect(real.topic('unpaid-wages')?.name.en).toBe('Unpaid wages')
  expect(real.mission('mission-kr-seoul')?.country).toBe('KR')
  expect(real.country('KG')?.defaultTimeZone).toBe('Asia/Bishkek')
  expect(real.urgency('critical').firstHumanResponse).toEqual({ value: 1, unit: 'hour24x7' })
  expect(real.urgencyLevels.map(({ id }) => id)).toEqual(['critical', 'high', 'normal', 'low'])
  expect(real.topic('no-such-topic')).toBeUndefined()
})

test('nothing in a loaded catalogue can be changed', () => {
  const real = loadCatalogue('catalogue')
  expect(Object.isFrozen(real)).toBe(true)
  expect(Object.isFrozen(real.topics[0]?.name)).toBe(true)
  expect(Object.isFrozen(real.words.ky.list)).toBe(true)
})

test('topics come in the order of their groups', () => {
  const { topics, topicGroups } = loadCatalogue('catalogue')
  const order = topics.map((topic) => topicGroups.findIndex(({ id }) => id === topic.group))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test('each list of words has 2,048 different ones, and a version that changes with any of them', () => {
  const { words } = loadCatalogue('catalogue')
  for (const lang of langs) expect(new Set(words[lang].list).size).toBe(WORDS_IN_A_LIST)
  breakLine('words/en.txt', 'zucchini', 'zucchetto')
  expect(loadCatalogue(dir).words.en.version).not.toBe(words.en.version)
  expect(loadCatalogue(dir).words.ky.version).toBe(words.ky.version)
})

test('the digest of a catalogue changes with any of its files', () => {
  const { digest } = loadCatalogue(dir)
  expect(loadCatalogue('catalogue').digest).toBe(digest)
  breakLine('words/en.txt', 'zucchini', 'zucchetto')
  const other = loadCatalogue(dir).digest
  breakLine('glossary.json', '"ru": "', '"ru": "x')
  expect(new Set([digest, other, loadCatalogue(dir).digest]).size).toBe(3)
})

type Breakage = {
  file: string
  before: string
  after: string
  says: RegExp
  /** Where the problem is reported, counted from the changed line. */
  lineFrom?: number
}

const breakages: Readonly<Record<string, Breakage>> = {
  'a text without one language': {
    file: 'topics.json',
    before: '"ru": "Не выплачена зарплата",',
    after: '',
    says: /topics\[0\] \(unpaid-wages\)\.name\.ru: text is missing/,
    lineFrom: -2, // a missing key has no line of its own: the object's start is given
  },
  'an empty text': {
    file: 'bodies.json',
    before: '"State Migration Service"',
    after: '" "',
    says: /bodies\[0\] \(migration-service\)\.name\.en: text is empty/,
  },
  'a topic of an unknown body': {
    file: 'topics.json',
    before: '"primaryBody": "social-fund"',
    after: '"primaryBody": "social-found"',
    says: /there is no body "social-found"/,
  },
  'a topic of an unknown rule': {
    file: 'topics.json',
    before: '"ru-wage-claim"',
    after: '"ru-wage-clam"',
    says: /there is no rule "ru-wage-clam"/,
  },
  'a topic of an unknown question': {
    file: 'topics.json',
    before: '"schoolRefused",',
    after: '"schoolRefuse",',
    says: /there is no question "schoolRefuse"/,
  },
  'a condition on an answer that cannot be given': {
    file: 'topics.json',
    before: '"value": "pressured"',
    after: '"value": "forced"',
    says: /question "signedMilitary" has no answer "forced"/,
  },
  'a body of an unknown country': {
    file: 'bodies.json',
    before: '"country": "KG"',
    after: '"country": "XX"',
    says: /there is no country "XX"/,
  },
  'a row to an unknown body': {
    file: 'routing.json',
    before: '"body": "mlssm-rep-ru"',
    after: '"body": "mlssm-rep"',
    says: /there is no body "mlssm-rep"/,
  },
  'a row for an unknown reason': {
    file: 'routing.json',
    before: '"reason": "consentFirst"',
    after: '"reason": "consent"',
    says: /there is no reason "consent"/,
  },
  'a second row for the same topic and country': {
    file: 'routing.json',
    before: '"country": "KG"',
    after: '"country": "RU"',
    says: /"unpaid-wages × RU" stands here a second time/,
    lineFrom: -2,
  },
  'a country covered by an unknown mission': {
    file: 'countries.json',
    before: '"mission": "mission-us-washington"',
    after: '"mission": "mission-us"',
    says: /there is no mission "mission-us"/,
  },
  'a time zone that does not exist': {
    file: 'countries.json',
    before: '"defaultTimeZone": "Europe/Istanbul"',
    after: '"defaultTimeZone": "Europe/Constantinople"',
    says: /not a time zone/,
  },
  'a holiday that ends before it starts': {
    file: 'calendars/kg.json',
    before: '"to": "2026-05-09"',
    after: '"to": "2026-04-09"',
    says: /ends before it starts/,
  },
  'a fact of an unknown source': {
    file: 'calendars/kg.json',
    before: '"HOL-JAN"',
    after: '"HOL-FEB"',
    says: /there is no source "HOL-FEB"/,
  },
  'a misspelt key': {
    file: 'topics.json',
    before: '"minimumUrgency": "critical"',
    after: '"minimunUrgency": "critical"',
    says: /Unrecognized key: "minimunUrgency"/,
  },
  'a file that is not JSON': {
    file: 'glossary.json',
    before: '"domain": "product",',
    after: '"domain" "product",',
    says: /not JSON/,
  },
  'an exit to an address without https': {
    file: 'settings.json',
    before: '"https://www.google.com/"',
    after: '"http://www.google.com/"',
    says: /exitUrl/,
  },
  'a colour nobody can read on': {
    file: 'settings.json',
    before: '"brand": "#9b1b30"',
    after: '"brand": "#ff8899"',
    says: /white words on it need 4\.5:1/,
  },
  'a word that stands twice': {
    file: 'words/ru.txt',
    before: 'абажур',
    after: 'абзац',
    says: /"абзац" stands here a second time/,
    lineFrom: 1,
  },
}

for (const [name, { file, before, after, says, lineFrom = 0 }] of Object.entries(breakages)) {
  test(`${name} is reported with its file and line, and the catalogue refused`, () => {
    const line = breakLine(file, before, after) + lineFrom
    const { problems } = checkCatalogue(dir)
    const found = problems.filter(({ what }) => says.test(what))
    expect(found.map((problem) => `${problem.file}:${problem.line}`)).toContain(`${file}:${line}`)
    expect(() => loadCatalogue(dir)).toThrow(CatalogueProblems)
  })
}

test('a list of words that lost one is refused', () => {
  write('words/ky.txt', read('words/ky.txt').replace('аалам\n', ''))
  expect(checkCatalogue(dir).problems).toEqual([{ file: 'words/ky.txt', line: 2047, what: '2047 words, not 2048' }])
})

test('a missing file is a problem like any other, and the rest is still checked', () => {
  rmSync(join(dir, 'routing.json'))
  breakLine('topics.json', '"primaryBody": "social-fund"', '"primaryBody": "social-found"')
  const { problems } = checkCatalogue(dir)
  expect(problems.map(({ file }) => file)).toEqual(['routing.json', 'topics.json'])
})

test('every file of the catalogue is one that is checked', () => {
  const lying = readdirSync('catalogue', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  expect(lying.toSorted()).toEqual(
    Object.values(files)
      .map(({ at }) => at)
      .toSorted(),
  )
})

test('whatever text loses a language anywhere, its file and line are named', () => {
  const spots = Object.values(files).flatMap(({ at: file }) =>
    readFileSync(join('catalogue', file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (/^\s*"(ky|ru|en)": "/.test(line) ? [{ file, at }] : [])),
  )
  expect(spots.length).toBeGreaterThan(2500)
  assert(
    property(constantFrom(...spots), ({ file, at }) => {
      const whole = read(file)
      const lines = whole.split('\n')
      lines[at] = (lines[at] ?? '').replace(/: ".*"(,?)$/, ': ""$1')
      write(file, lines.join('\n'))
      const { problems } = checkCatalogue(dir)
      write(file, whole)
      expect(problems.map((problem) => `${problem.file}:${problem.line}`)).toEqual([`${file}:${at + 1}`])
    }),
    { numRuns: 25 },
  )
})

test('a broken catalogue never replaces a working one', () => {
  const kept = mkdtempSync(join(tmpdir(), 'mekendesh-kept-'))
  const copy = join(kept, 'catalogue')
  expect(takeCatalogue(dir, copy).problems).toEqual([])
  breakLine('settings.json', '"numberPrefix": "KG"', '"numberPrefix": "kg"')
  const taken = takeCatalogue(dir, copy)
  expect(taken.problems.map(({ file }) => file)).toEqual(['settings.json'])
  expect(taken.catalogue.settings.numberPrefix).toBe('KG')
  expect(checkCatalogue(copy).problems).toEqual([])
  rmSync(kept, { recursive: true })
})

test('without a copy that worked a broken catalogue stops the start', () => {
  breakLine('settings.json', '"numberPrefix": "KG"', '"numberPrefix": "kg"')
  expect(() => takeCatalogue(dir, join(dir, 'never'))).toThrow(/settings\.json:\d+: numberPrefix/)
})

test('the catalogue in force is the one that was set last', () => {
  const real = loadCatalogue('catalogue')
  useCatalogue(real)
  expect(catalogue()).toBe(real)
})

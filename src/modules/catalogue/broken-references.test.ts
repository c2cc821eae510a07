import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkCatalogue } from './index.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mekendesh-catalogue-'))
  cpSync('catalogue', dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

const linesOf = (file: string) => readFileSync(join(dir, file), 'utf8').split('\n')

/** Changes the first line with these words, and gives its number. */
function breakLine(file: string, before: string, after: string): number {
  const lines = linesOf(file)
  const at = lines.findIndex((line) => line.includes(before))
  expect(at).toBeGreaterThan(-1)
  writeFileSync(join(dir, file), lines.with(at, (lines[at] ?? '').replace(before, after)).join('\n'))
  return at + 1
}

/** What is broken, in which file, how, what is said of it, and how far from the changed line. */
const breakages: readonly (readonly [
  string,
  string,
  before: string,
  after: string,
  says: string,
  lineFrom?: number,
])[] = [
  [
    'a guide about an unknown topic',
    'guides.json',
    '"job-programmes"',
    '"job-programs"',
    'there is no topic "job-programs"',
  ],
  [
    'a guide that names an unknown body',
    'guides.json',
    '"employment-abroad-centre"',
    '"employment-center"',
    'there is no body "employment-center"',
  ],
  [
    'a guide to an unknown service',
    'guides.json',
    '"entry-ban-check"',
    '"ban-check"',
    'there is no service "ban-check"',
  ],
  ['a guide to an unknown rule', 'guides.json', '"ru-amina"', '"ru-anima"', 'there is no rule "ru-anima"'],
  [
    'a guide for an unknown country',
    'guides.json',
    '"country": "AE"',
    '"country": "XX"',
    'there is no country or group "XX"',
  ],
  [
    'a guide for an unknown audience',
    'guides.json',
    '    "citizen",',
    '    "citizens",',
    'there is no audience "citizens"',
  ],
  [
    'a second guide at the same address',
    'guides.json',
    '"slug": "amina-app"',
    '"slug": "before-you-leave"',
    '"before-you-leave" stands here a second time',
    -2,
  ],
  [
    'a service of an unknown topic',
    'services.json',
    '"topic": "pension"',
    '"topic": "pensions"',
    'there is no topic "pensions"',
  ],
  [
    'a service of an unknown body',
    'services.json',
    '"issuingBody": "mia"',
    '"issuingBody": "mvd"',
    'there is no body "mvd"',
  ],
  [
    'a service with an unknown field',
    'services.json',
    '    "cityNow",',
    '    "cityThen",',
    'there is no field "cityThen"',
  ],
  [
    'a depth with an unknown service',
    'services.json',
    '"employer-claim",',
    '"employers-claim",',
    'there is no service "employers-claim"',
  ],
  [
    'a field asked of everybody that is nowhere described',
    'services.json',
    '"cityNow"',
    '"cityThen"',
    'there is no field "cityThen"',
  ],
  [
    'a rule of an unknown country',
    'deadline-rules.json',
    '"jurisdiction": "KZ"',
    '"jurisdiction": "KAZ"',
    'there is no country or group "KAZ"',
  ],
  [
    'a rule on an unknown calendar',
    'deadline-rules.json',
    '"calendar": "RU"',
    '"calendar": "RUS"',
    'there is no calendar "RUS"',
  ],
  [
    'a calendar of an unknown country',
    'calendars/kg.json',
    '"country": "KZ"',
    '"country": "KX"',
    'there is no country "KX"',
  ],
]

for (const [name, file, before, after, says, lineFrom = 0] of breakages) {
  test(`${name} is reported with its file and line`, () => {
    const line = breakLine(file, before, after) + lineFrom
    const found = checkCatalogue(dir).problems.filter(({ what }) => what.endsWith(`: ${says}`))
    expect(found.map((problem) => `${problem.file}:${problem.line}`)).toContain(`${file}:${line}`)
  })
}

test('a service of a kind that stands nowhere is reported where it says so', () => {
  breakLine('services.json', '"kind": "guide-and-appointment"', '"kind": "guide"')
  const service = linesOf('services.json').findIndex((line) => line.includes('"kind": "guide-and-appointment"'))
  const { problems } = checkCatalogue(dir)
  expect(problems).toEqual([
    {
      file: 'services.json',
      line: service + 1,
      what: 'services[1] (apostille).kind: there is no kind of service "guide-and-appointment"',
    },
  ])
})

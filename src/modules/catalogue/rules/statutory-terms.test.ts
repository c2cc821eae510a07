import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkCatalogue } from '../load-catalogue.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mekendesh-terms-'))
  cpSync('catalogue', dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

const read = () => readFileSync(join(dir, 'deadline-rules.json'), 'utf8')
const write = (text: string) => writeFileSync(join(dir, 'deadline-rules.json'), text)

/** Changes one value of a rule and gives its line. */
function breakRule(id: string, before: string, after: string): number {
  const lines = read().split('\n')
  const start = lines.findIndex((line) => line.includes(`"id": "${id}"`))
  const at = lines.findIndex((line, nth) => nth > start && line.includes(before))
  lines[at] = (lines[at] ?? '').replace(before, after)
  write(lines.join('\n'))
  return at + 1
}

const uncounted: readonly (readonly [before: string, after: string, says: RegExp])[] = [
  ['"countEntryDay": null', '"countEntryDay": true', /from the day after only/],
  ['"unit": "workingDay"', '"unit": "month"', /in working days only/],
  ['"anchor": "registered"', '"anchor": "received"', /from "registered" only/],
  ['"calendar": "KG"', '"calendar": "RU"', /on the calendar KG only/],
  ['"type": "deadlineFromEvent"', '"type": "stayLimit"', /from an event only/],
]

test('a term of the law that the clocks could not count is refused with its line, instead of no clock', () => {
  for (const [before, after, says] of uncounted) {
    const whole = read()
    const line = breakRule('kg-appeal-answer', before, after)
    expect(checkCatalogue(dir).problems).toEqual([
      { file: 'deadline-rules.json', line, what: expect.stringMatching(says) },
    ])
    write(whole)
  }
  // Rules that nobody's clock is counted by may say what their source says.
  breakRule('kg-trp', '"countEntryDay": null', '"countEntryDay": true')
  expect(checkCatalogue(dir).problems).toEqual([])
  breakRule('kg-appeal-registration', '"status": "inForce"', '"status": "agreed"')
  expect(checkCatalogue(dir).problems.map(({ what }) => what)).toEqual([
    expect.stringMatching(/kg-appeal-registration.*no version is in force/),
  ])
})

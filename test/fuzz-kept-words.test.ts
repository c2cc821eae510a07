import { assert, asyncProperty, constantFrom, dictionary, oneof, record, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDecent } from '#test/support/decent-answer.ts'
import { keeps, postersOn, type Posters } from '#test/support/posters.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { wordForms, type WordForm } from '#test/support/word-forms.ts'

let portal: TestPortal
let posters: Posters
let forms: readonly WordForm[]

beforeAll(async () => {
  portal = await startPortal()
  posters = await postersOn(portal)
  forms = wordForms(posters.appealId)
})
afterAll(() => portal.close())

const broken = oneof(
  constantFrom(
    '',
    'no',
    'yes',
    'XX',
    'zz',
    '0',
    '-1',
    '1',
    '2026-02-30',
    'a'.repeat(32),
    'A'.repeat(22),
    '__proto__',
    'close',
  ),
  string({ maxLength: 30 }),
)
/** Too long for most fields, or just right; recognised again by its beginning. */
const mark = 'Жети сөз 7f3a'
const words = constantFrom(mark, `${mark} `.repeat(4), `${mark} ${'ө'.repeat(2_100)}`, `${mark} ${'ү'.repeat(20_100)}`)
// Without either header the form's token decides, and there is none here.
const origins = constantFrom<Record<string, string>>({ 'sec-fetch-site': 'same-origin' }, {})

test(
  'a form that is refused gives back the words that were typed, whatever else was wrong with it',
  { timeout: 120_000 },
  async () => {
    const refused = new Set<string>()
    const posted = record({
      form: constantFrom(...forms),
      typed: words,
      others: dictionary(constantFrom(...new Set(forms.flatMap(({ others }) => others))), broken, { maxKeys: 8 }),
      headers: origins,
    })
    await assert(
      asyncProperty(posted, async ({ form, typed, others, headers }) => {
        const own = Object.entries(others).filter(([name]) => form.others.includes(name))
        const fields = { ...Object.fromEntries(own), ...Object.fromEntries(form.words.map((name) => [name, typed])) }
        const answer = await posters.post(form, fields, headers)
        expectDecent(answer, form.path)
        if (answer.statusCode < 400 || answer.statusCode === 404 || answer.statusCode === 413) return
        refused.add(form.path)
        const given = `${form.path} ${JSON.stringify(others)} ${answer.statusCode}`
        // The only words of a form may stand in another field, where there is no longer such a form on the page.
        const fieldsOf = form.words.length === 1 ? [''] : form.words
        for (const name of fieldsOf) expect(keeps(answer.body, name, mark), `${name} of ${given}`).toBe(true)
      }),
      { numRuns: 700, endOnFailure: true },
    )
    // Most of them must have been refused at some time, or nothing was tried.
    expect(refused.size).toBeGreaterThan(forms.length / 2)
  },
)

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inEach, langs } from '#src/kernel/lang.ts'
import { allTextRows, spreadsheetOf, textRowsIn, type TextRow } from './texts.ts'
import { rowsOf, withTexts } from './texts-back.ts'

const rows = allTextRows()
const read = (file: string) => readFileSync(file, 'utf8')
const byFile = <Row extends { readonly file: string }>(all: readonly Row[]) => [...Map.groupBy(all, ({ file }) => file)]
const bare = ({ module: _, ...row }: TextRow) => row

test('what goes out comes back as it was: nothing is changed', () => {
  const back = rowsOf(spreadsheetOf(rows))
  expect(back).toEqual(rows.map(bare))
  expect(back.length).toBeGreaterThan(1400)
  for (const [file, own] of byFile(back)) {
    const source = read(file)
    expect(withTexts(file, source, own)).toEqual({ source, changed: 0, problems: [] })
  }
})

test('every text of the portal, changed in each language, comes back as it was changed', () => {
  const marked = rows.map((row) => ({ ...row, text: inEach((lang) => `«\`$\\'"${lang}\u{a0}· ${row.text[lang]}`) }))
  for (const [file, own] of byFile(rowsOf(spreadsheetOf(marked)))) {
    const { source, problems } = withTexts(file, read(file), own)
    expect(problems).toEqual([])
    expect(textRowsIn(file, source).map(({ key, text }) => ({ key, text }))).toEqual(
      own.map(({ key, text }) => ({ key, text })),
    )
  }
})

const file = 'src/modules/some/texts.ts'
const source = `export const someTexts = {
  plain: { ky: 'Бир', ru: 'Один', en: 'One' },
  filled: (name: string, day: string) => ({ ky: \`\${day} \${name} үчүн\`, ru: \`Для \${name} до \${day}\`, en: \`For \${name} by \${day}\` }),
}

export const kyUncertain: readonly (keyof typeof someTexts)[] = ['filled']
`
const [plain, filled] = textRowsIn(file, source)
if (!plain || !filled) throw new Error('The sample holds two texts.')

test('any words whatever come back as they were typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const words = typed.replaceAll('\r\n', '\n')
      fc.pre(words.trim() !== '')
      const changed = withTexts(file, source, [{ ...plain, text: { ...plain.text, en: words } }])
      expect(changed.problems).toEqual([])
      expect(textRowsIn(file, changed.source)[0]?.text.en).toBe(words)
    }),
  )
})

test('what the program fills in may change its place and must not be lost', () => {
  const moved = { ...filled, text: { ...filled.text, en: 'By {day}, for {name}' } }
  expect(withTexts(file, source, [moved]).source).toContain('en: `By ${day}, for ${name}`')
  for (const en of ['For {name}', 'For {nam} by {day}', ''])
    expect(withTexts(file, source, [{ ...filled, text: { ...filled.text, en } }]).problems).toHaveLength(1)
})

test('a doubt that an editor took away or added stands in the file’s list', () => {
  const checked = withTexts(file, source, [
    { ...filled, isUncertain: false },
    { ...plain, isUncertain: true },
  ])
  expect(checked.source).toContain("someTexts)[] = ['plain']")
  expect(textRowsIn(file, checked.source).map(({ isUncertain }) => isUncertain)).toEqual([true, false])
})

test('a row of a text that is gone, or a doubt that no list could keep, is named', () => {
  const gone = { ...plain, key: 'someTexts.gone' }
  expect(withTexts(file, source, [gone]).problems).toEqual([`${file} someTexts.gone: there is no such text (any more)`])
  const listless = source.slice(0, source.indexOf('export const kyUncertain'))
  const doubted = withTexts(file, listless, [{ ...plain, isUncertain: true }])
  expect(doubted.problems).toEqual([`${file} someTexts.plain: its file keeps no list that it could stand in`])
  expect(langs).toHaveLength(3)
})

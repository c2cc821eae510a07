import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import { allTextRows, isTextsFile, spreadsheetOf, textRowsIn, textSources, uncertainKeys } from './texts.ts'

const rows = allTextRows()
const textsFiles = textSources().filter(isTextsFile)
const read = (file: string) => readFileSync(file, 'utf8')

test('every file of texts is found, and other words of the portal with it', () => {
  const found = new Set(rows.map(({ file }) => file))
  expect(textsFiles.length).toBeGreaterThan(25)
  expect(textsFiles.filter((file) => !found.has(file))).toEqual([])
  for (const file of ['src/ui/staff-nav.ts', 'src/language/counting.ts', 'src/kernel/roles.ts'])
    expect([...found]).toContain(file)
})

test('no text is empty, and each has an address of its own', () => {
  expect(rows.filter(({ text }) => langs.some((lang) => text[lang].trim() === ''))).toEqual([])
  expect(new Set(rows.map(({ file, key }) => `${file} ${key}`)).size).toBe(rows.length)
})

test('every key in a list of uncertain Kyrgyz is a text of its file', () => {
  const gone = textsFiles.flatMap((file) => {
    const marked = rows.filter((row) => row.file === file && row.isUncertain)
    return uncertainKeys(read(file))
      .filter((key) => !marked.some((row) => row.key === key || row.key.startsWith(`${key}.`)))
      .map((key) => `${file}: ${key}`)
  })
  expect(gone).toEqual([])
  // A list written in another way than the tool reads would be passed over in silence.
  const listed = textsFiles.filter((file) => read(file).includes('kyUncertain'))
  expect(listed.filter((file) => uncertainKeys(read(file)).length === 0)).toEqual([])
})

test('texts are set as print is: marks of their language, no letters of another alphabet within a word', () => {
  const slips: readonly RegExp[] = [
    /"|(?<!\p{L})'|'(?!\p{L})/u, // “…” and «…», never typewriter quotes
    / - |--(?!checkpoint)/, // a dash is not a hyphen
    / {2}|^ .*\n| [,.;:!?](?!\p{L})/u, // spaces
    /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u,
    /\d (МБ|КБ|MB|kB)|№ /, // must not part at the end of a line
  ]
  const wrong = rows.flatMap(({ file, key, text }) =>
    langs.flatMap((lang) => {
      const plain = text[lang].replaceAll(/\{[^}]*\}/g, '1')
      return slips.filter((slip) => slip.test(plain)).map((slip) => `${file} ${key} ${lang}: ${String(slip)} ${plain}`)
    }),
  )
  expect(wrong).toEqual([])
})

test('no Kyrgyz ending is glued to what the program fills in: it could not agree with it', () => {
  // A hyphen of dates keeps its line together and stands before whole words.
  const glued = (ky: string) => /[}»]\p{Ll}/u.test(ky.replaceAll('{HYPHEN}', '-'))
  expect(glued('{name}га жооп')).toBe(true)
  expect(rows.filter(({ text }) => glued(text.ky)).map(({ file, key }) => `${file} ${key}`)).toEqual([])
})

test('what a text quotes in a language is said by the portal in that language', () => {
  // Quotes a word to explain it, not the name of a button or an answer.
  const labelled = rows.filter(({ key }) => key !== 'contactTexts.anonymousSummary')
  const marks = { ky: /«([^»]+)»/g, ru: /«([^»]+)»/g, en: /“([^”]+)”/g }
  const wrong = langs.flatMap((lang) => {
    const said = new Set(rows.map(({ text }) => text[lang].toLowerCase()))
    return labelled.flatMap(({ file, key, text }) =>
      [...text[lang].matchAll(marks[lang])]
        .map(([, quoted = '']) => quoted)
        .filter((quoted) => !quoted.includes('{') && !said.has(quoted.toLowerCase()))
        .map((quoted) => `${file} ${key} ${lang}: ${quoted}`),
    )
  })
  expect(wrong).toEqual([])
})

test('a promise has the same numbers in all three languages', () => {
  const numbersIn = (text: string) =>
    (text.replaceAll(/\{[^}]*\}/g, '').match(/\d+([\u{a0},\u{202f} ]\d{3})*/gu) ?? [])
      .map((number) => number.replaceAll(/\D/g, ''))
      .toSorted()
      .join(' ')
  const wrong = rows.filter(({ text }) => new Set(langs.map((lang) => numbersIn(text[lang]))).size > 1)
  expect(wrong.map(({ file, key }) => `${file} ${key}`)).toEqual([])
})

test('parameters stand in braces, forms are parted, a nested text has its whole path', () => {
  const source = `
    const xTexts = {
      until: (day: string) => ({ ky: \`\${day} чейин\`, ru: \`до \${day}\`, en: \`until \${day}\` }),
      steps: [{ ky: 'Бир', ru: 'Раз', en: 'One' }],
      days: { ky: 'күн', ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
      both: (a: Text) => ({ ky: a.ky, ru: a.ru, en: a.en }),
    }
    export const kyUncertain: readonly (keyof typeof xTexts)[] = ['steps']`
  expect(textRowsIn('src/modules/x/texts.ts', source)).toEqual([
    row('xTexts.until', { ky: '{day} чейин', ru: 'до {day}', en: 'until {day}' }),
    { ...row('xTexts.steps.0', { ky: 'Бир', ru: 'Раз', en: 'One' }), isUncertain: true },
    row('xTexts.days', { ky: 'күн', ru: 'день | дня | дней', en: 'day | days' }),
  ])
})

test('the spreadsheet keeps quotes, commas and lines inside their cell', () => {
  const text = { ky: 'а, б', ru: '«а"', en: 'a\nb' }
  expect(spreadsheetOf([{ ...row('k', text), isUncertain: true }])).toBe(
    '\u{feff}module,file,key,ky,ru,en,uncertain\r\nx,src/modules/x/texts.ts,k,"а, б","«а""","a\nb",yes\r\n',
  )
})

const row = (key: string, text: { ky: string; ru: string; en: string }) => ({
  module: 'x',
  file: 'src/modules/x/texts.ts',
  key,
  text,
  isUncertain: false,
})

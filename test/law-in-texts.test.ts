import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Law is data: catalogue/ gives it with its source, its day and whether a lawyer has read it. Texts only name and label. */
const strings = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)texts(\.ts$|\/.*\.ts$)/.test(path))
  .flatMap((path) => stringsIn(readFileSync(`src/${path}`, 'utf8')).map((words) => ({ path, words })))

test('no text of the code names a law, an article or a norm by its number', () => {
  const numbered = /(№|\bNo\.|\bArt(icle|\.)|стать[еияюёй]+|ст\.|беренес[а-яү]*)\s*\d|\d\s*-?\s*берене/i
  expect(strings.filter(({ words }) => numbered.test(words))).toEqual([])
})

test('what a text of the code says of the law is a label for what the catalogue says, or about our own work', () => {
  const naming = (law: RegExp) => strings.flatMap(({ words }) => (law.test(words) ? [words] : []))
  const said = naming(/\b(laws?|statut\w*|oblige\w*|legally)\b/i)
  // The same in each language: nothing is claimed in one alone.
  const [ky, ru] = [naming(/мыйзам/i), naming(/(?<!\p{L})закон(а|у|ом|е|ы|ов|ам)?(?!\p{L})/iu)]
  expect([ky.length, ru.length]).toEqual([said.length, said.length])
  expect(said.toSorted()).toEqual([
    'Deadlines set by law',
    'Deadlines set by law',
    'Registration (by law)',
    'The answer due by law',
    'The service’s answer (by law)',
    'These are not law: the service sets them for itself. They depend on how urgent the matter is.',
    'Until the reply the service’s own deadlines are paused; the deadline set by law runs on.',
    'Which article of which law. “Not accepted” needs one.',
    'the deadline set by law runs on',
  ])
})

/** Everything between quotes, `\u{a0}` read as the space it is. */
function stringsIn(source: string): string[] {
  const quoted = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
  return quoted.map(([, single, back]) => (single ?? back ?? '').replaceAll(String.raw`\u{a0}`, '\u{a0}'))
}

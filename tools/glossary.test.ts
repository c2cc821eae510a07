import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { glossaryPage } from './glossary.ts'

const { glossary } = loadCatalogue('catalogue')

test('GLOSSARY.md is in step with the catalogue (npm run glossary)', () => {
  expect(readFileSync('GLOSSARY.md', 'utf8')).toBe(glossaryPage(glossary))
})

test('every term stands in the glossary once, and an uncertain Kyrgyz word is marked', () => {
  const rows = glossaryPage(glossary)
    .split('\n')
    .filter((line) => /^\| (?!Code|---)/.test(line))
  expect(rows).toHaveLength(glossary.length)
  expect(rows.filter((row) => row.includes(' (?) |'))).toHaveLength(
    glossary.filter(({ term }) => term.kyUncertain).length,
  )
})

import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadCatalogue, type GlossaryTerm } from '#src/modules/catalogue/index.ts'

/** Writes GLOSSARY.md from catalogue/glossary.json: `npm run glossary`. */

const domains: Readonly<Record<string, string>> = {
  product: 'The portal',
  ui: 'Pages and forms',
  role: 'Roles',
  state: 'States of an appeal',
  status: 'Events shown in its history',
  outcome: 'Outcomes of an appeal',
  migration: 'Migration',
  labour: 'Labour',
  documents: 'Documents',
  bodies: 'Bodies',
}

const head = `# Glossary

Domain words come from here and only from here: in texts by language, in code by the word in the first column.
This page is made from \`catalogue/glossary.json\` (\`npm run glossary\`); change that file, not this page.

\`(?)\` beside a Kyrgyz word: an editor of the service must check it.
`

export function glossaryPage(terms: readonly GlossaryTerm[]): string {
  const withCode = terms.filter(({ code }) => code !== null)
  const others = terms.filter(({ code }) => code === null)
  return [head, '## Words with a name in code', ...tables(withCode), '## Other words', ...tables(others)].join('\n')
}

function tables(terms: readonly GlossaryTerm[]): string[] {
  const unknown = terms.find(({ domain }) => !(domain in domains))
  if (unknown) throw new Error(`"${unknown.id}" is of the domain "${unknown.domain}", which has no heading here.`)
  return Object.entries(domains).flatMap(([domain, heading]) => {
    const own = terms.filter((term) => term.domain === domain)
    if (own.length === 0) return []
    return [
      `\n### ${heading}\n`,
      '| Code | Кыргызча | Русский | English | Note |',
      '| --- | --- | --- | --- | --- |',
      ...own.map(row),
      '',
    ]
  })
}

function row({ code, term, note }: GlossaryTerm): string {
  const ky = term.kyUncertain ? `${term.ky} (?)` : term.ky
  const cells = [code ? `\`${code}\`` : '', ky, term.ru, term.en, note ?? '']
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('GLOSSARY.md', glossaryPage(loadCatalogue('catalogue').glossary))
}

import type { CatalogueFiles, FileKey } from './files.ts'

export type Path = readonly PropertyKey[]
/** What is wrong, and where: a path inside one file. */
export type Finding = { readonly file: FileKey; readonly path: Path; readonly what: string }

/** Files that could be read; what refers to a file that could not is left unchecked until that file is mended. */
export type Given = Partial<CatalogueFiles>
/** Undefined while the file that holds the ids is broken. */
export type Ids = ReadonlySet<string> | undefined
export type Known = Readonly<Record<keyof ReturnType<typeof knownIds>, Ids>>

export function knownIds(given: Given) {
  const { topics, bodies, countries, calendar, deadlineRules, services } = given
  const ids = (items: readonly { readonly id: string }[] | undefined): Ids =>
    items && new Set(items.map(({ id }) => id))
  return {
    topic: ids(topics?.topics),
    question: ids(topics?.questionBank),
    attachment: ids(topics?.attachmentKinds),
    body: ids(bodies?.bodies),
    rule: ids(deadlineRules?.rules),
    mission: ids(countries?.countries.flatMap((country) => country.kgMissions)),
    country: countries && new Set(countries.countries.map(({ iso }) => iso)),
    countryOrGroup: countries && new Set(countries.countries.flatMap(({ iso, groups }) => [iso, ...groups])),
    calendar: calendar && new Set([calendar, ...calendar.otherCountries].map(({ country }) => country)),
    service: ids(services?.services),
    field: ids(services?.fieldCatalogue),
  }
}

export function named(ids: Ids, kind: string, id: string, file: FileKey, path: Path): Finding[] {
  return ids === undefined || ids.has(id) ? [] : [{ file, path, what: `there is no ${kind} "${id}"` }]
}

export const allNamed = (ids: Ids, kind: string, list: readonly string[], file: FileKey, path: Path) =>
  list.flatMap((id, at) => named(ids, kind, id, file, [...path, at]))

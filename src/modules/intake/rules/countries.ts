import type { Catalogue, Country } from '#src/modules/catalogue/index.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { onceFor } from '#src/kernel/once-for.ts'
import { serviceTimeZone } from '#src/language/dates.ts'
import { compareNames } from '#src/language/sort.ts'

/** The zone in which times are shown until the person chooses another. */
export const timeZoneOf = (data: Pick<Catalogue, 'country'>, iso: string): string =>
  data.country(iso)?.defaultTimeZone ?? serviceTimeZone

const OFTEN = 1

/** Where the service is at home. */
const HOME = 'KG'

export type SortedCountries = {
  /** The countries most people write from, in the catalogue's order; the others by name; at the end all that have no entry. */
  readonly often: readonly Country[]
  readonly others: readonly Country[]
  /** For citizenship: Kyrgyzstan, then all others by name. */
  readonly homeFirst: readonly Country[]
}

type Countries = Pick<Catalogue, 'countries' | 'country'>

export const sortedCountries = (data: Countries, lang: Lang): SortedCountries => sortedIn[lang](data)

// Names are compared by the rules of a language, which costs more than all else of a page with the list.
const sortedIn = {
  ky: onceFor((data: Countries) => sortCountries(data, 'ky')),
  ru: onceFor((data: Countries) => sortCountries(data, 'ru')),
  en: onceFor((data: Countries) => sortCountries(data, 'en')),
}

function sortCountries(data: Countries, lang: Lang): SortedCountries {
  const isHere = ({ iso }: Country) => iso === HOME
  const byName = data.countries.toSorted((one, another) => compareNames(one.name[lang], another.name[lang]))
  const other = data.country(OTHER_COUNTRY) ?? []
  return {
    often: data.countries.filter(({ priority }) => priority <= OFTEN),
    others: [...byName.filter(({ priority }) => priority > OFTEN), other].flat(),
    homeFirst: [...byName.filter(isHere), ...byName.filter((one) => !isHere(one)), other].flat(),
  }
}

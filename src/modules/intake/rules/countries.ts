import type { Catalogue, Country } from '#src/modules/catalogue/index.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { serviceTimeZone } from '#src/language/dates.ts'
import { compareNames } from '#src/language/sort.ts'

/** The zone in which times are shown until the person chooses another. */
export const timeZoneOf = (data: Pick<Catalogue, 'country'>, iso: string): string =>
  data.country(iso)?.defaultTimeZone ?? serviceTimeZone

const OFTEN = 1

export type SortedCountries = { readonly often: readonly Country[]; readonly others: readonly Country[] }

/** The countries most people write from, in the catalogue's order; the others by name; at the end all that have no entry. */
export function sortedCountries(data: Pick<Catalogue, 'countries' | 'country'>, lang: Lang): SortedCountries {
  const others = data.countries.filter(({ priority }) => priority > OFTEN)
  const other = data.country(OTHER_COUNTRY)
  return {
    often: data.countries.filter(({ priority }) => priority <= OFTEN),
    others: [
      ...others.toSorted((one, another) => compareNames(one.name[lang], another.name[lang])),
      ...(other ? [other] : []),
    ],
  }
}

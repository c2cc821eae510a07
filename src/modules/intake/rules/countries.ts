import type { Catalogue, Country } from '#src/modules/catalogue/index.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { serviceTimeZone } from '#src/language/dates.ts'
import { compareNames } from '#src/language/sort.ts'

/** ISO 3166 leaves ZZ to its users, CLDR calls it an unknown region: a country that the catalogue does not list. */
export const OTHER_COUNTRY = 'ZZ'

export const isCountry = (data: Pick<Catalogue, 'country'>, iso: string): boolean =>
  iso === OTHER_COUNTRY || data.country(iso) !== undefined

/** The zone in which times are shown until the person chooses another. */
export const timeZoneOf = (data: Pick<Catalogue, 'country'>, iso: string): string =>
  data.country(iso)?.defaultTimeZone ?? serviceTimeZone

const OFTEN = 1

export type SortedCountries = { readonly often: readonly Country[]; readonly others: readonly Country[] }

/** The countries most people write from, in the catalogue's order, then the others by name. */
export const sortedCountries = (countries: readonly Country[], lang: Lang): SortedCountries => ({
  often: countries.filter(({ priority }) => priority <= OFTEN),
  others: countries
    .filter(({ priority }) => priority > OFTEN)
    .toSorted((one, other) => compareNames(one.name[lang], other.name[lang])),
})

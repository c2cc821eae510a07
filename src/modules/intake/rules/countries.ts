import type { Catalogue, Country } from '#src/modules/catalogue/index.ts'
import type { Text } from '#src/kernel/lang.ts'
import { serviceTimeZone } from '#src/language/dates.ts'

/** ISO 3166 leaves ZZ to its users, CLDR calls it an unknown region: a country that the catalogue does not list. */
export const OTHER_COUNTRY = 'ZZ'

export const isCountry = (data: Pick<Catalogue, 'country'>, iso: string): boolean =>
  iso === OTHER_COUNTRY || data.country(iso) !== undefined

/** The zone in which times are shown until the person chooses another. */
export const timeZoneOf = (data: Pick<Catalogue, 'country'>, iso: string): string =>
  data.country(iso)?.defaultTimeZone ?? serviceTimeZone

const OFTEN = 1

/** The countries most people write from, then the others by name; `home` first of all where the person is a foreigner there. */
export function sortedCountries(
  countries: readonly Country[],
  lang: keyof Text,
): { often: Country[]; others: Country[] } {
  const byName = new Intl.Collator(lang)
  const others = countries.filter(({ priority }) => priority > OFTEN)
  return {
    often: countries.filter(({ priority }) => priority <= OFTEN),
    others: others.toSorted((one, other) => byName.compare(one.name[lang], other.name[lang])),
  }
}

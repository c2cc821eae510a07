import { inEach, type Text } from '#src/kernel/lang.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { PhoneReading } from '#src/modules/people/rules.ts'

/** "+996 555 123 456, Кыргызстан"; without the country where the number or the catalogue does not know it. */
export function phoneWithCountry(data: Pick<Catalogue, 'country'>, { shown, country }: PhoneReading): Text {
  const name = country === undefined ? undefined : data.country(country)?.name
  return inEach((lang) => (name ? `${shown}, ${name[lang]}` : shown))
}

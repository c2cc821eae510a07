import type { Lang } from '#src/kernel/lang.ts'
import type { Country } from '#src/modules/catalogue/index.ts'
import type { SortedCountries } from '#src/modules/intake/rules/countries.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { Select, type Content } from '#src/ui/index.ts'

type Props = {
  lang: Lang
  name: string
  label: Content
  labelSize?: 's' | 'm' | undefined
  hint?: Content
  error?: string | undefined
  value?: string | undefined
  countries: SortedCountries
  /** Citizenship is most often our own; where people are, it is hardly ever. */
  isHomeFirst?: boolean
}

export const CountrySelect = ({ lang, countries, isHomeFirst, ...field }: Props) => {
  const item = ({ iso, name }: Country) => ({ value: iso, text: name[lang] })
  return (
    <Select
      {...field}
      items={[
        { value: '', text: t.choose[lang] },
        ...(isHomeFirst
          ? countries.homeFirst.map(item)
          : [
              { label: t.countriesOften[lang], items: countries.often.map(item) },
              { label: t.countriesAll[lang], items: countries.others.map(item) },
            ]),
      ]}
    />
  )
}

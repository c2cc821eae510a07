import type { Text } from '#src/kernel/lang.ts'

/** "1 234 567,5" in Kyrgyz and Russian, "1,234,567.5" in English; at most two decimals (catalogue/formats.json `numbers`). */
export function numberInWords(value: number): Text {
  const [whole = '0', decimals = ''] = (Math.round(value * 100) / 100).toString().split('.')
  const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator)
  // A narrow no-break space: a sum is never torn apart at the end of a line.
  const local = `${grouped('\u202f')}${decimals && `,${decimals}`}`
  return { ky: local, ru: local, en: `${grouped(',')}${decimals && `.${decimals}`}` }
}

/** Size of a file: "340 КБ", "2,1 МБ". */
export function sizeInWords(bytes: number): Text {
  const isLarge = bytes >= 1_000_000
  const amount = numberInWords(isLarge ? Math.round(bytes / 100_000) / 10 : Math.max(1, Math.round(bytes / 1000)))
  const unit = isLarge ? { ky: 'МБ', ru: 'МБ', en: 'MB' } : { ky: 'КБ', ru: 'КБ', en: 'kB' }
  return { ky: `${amount.ky} ${unit.ky}`, ru: `${amount.ru} ${unit.ru}`, en: `${amount.en} ${unit.en}` }
}

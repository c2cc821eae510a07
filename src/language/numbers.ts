import type { Lang } from '#src/kernel/lang.ts'

/** 1 234 567,5 in Kyrgyz and Russian, with spaces that do not break; 1,234,567.5 in English. */
const marks: Readonly<Record<Lang, { readonly group: string; readonly point: string }>> = {
  ky: { group: '\u{a0}', point: ',' },
  ru: { group: '\u{a0}', point: ',' },
  en: { group: ',', point: '.' },
}

/** By hand, since Intl groups Kyrgyz and Russian differently from version to version. At most `digits` after the point. */
export function formatNumber(number: number, lang: Lang, digits = 2): string {
  const { group, point } = marks[lang]
  const [whole = '0', fraction] = Math.abs(number).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const rest = fraction?.replace(/0+$/, '') ?? ''
  const shown = rest === '' ? grouped : `${grouped}${point}${rest}`
  // U+2212: a hyphen could be left behind at the end of a line.
  return number < 0 && /[1-9]/.test(shown) ? `\u{2212}${shown}` : shown
}

/** "1 500 сом" and "KGS 1,500"; other currencies by their ISO code. Intl writes KGS in Russian, so by hand. */
export function formatMoney(amount: number, currency: string, lang: Lang): string {
  const number = formatNumber(amount, lang)
  if (lang === 'en') return `${currency}\u{a0}${number}`
  return `${number}\u{a0}${currency === 'KGS' ? 'сом' : currency}`
}

/** "1,2 МБ", "340 КБ", "1.2 MB": what a file weighs, in steps of 1,000. */
export function formatBytes(bytes: number, lang: Lang): string {
  const isSmall = bytes < 1_000_000
  const unit = lang === 'en' ? (isSmall ? 'kB' : 'MB') : isSmall ? 'КБ' : 'МБ'
  const amount = isSmall ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000
  return `${formatNumber(amount, lang, 1)}\u{a0}${unit}`
}

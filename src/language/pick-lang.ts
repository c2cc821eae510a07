import { isLang } from '#src/kernel/lang.ts'
import type { Lang } from '#src/kernel/lang.ts'

/** The best of our languages by the browser's `Accept-Language`; undefined where it names none of them or is nonsense. */
export function pickLang(acceptLanguage: string | undefined): Lang | undefined {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(wishFrom)
  // toSorted keeps the order of equals: the browser names first what it likes best.
  return wishes.filter((wish) => wish !== undefined).toSorted((a, b) => b.weight - a.weight)[0]?.lang
}

function wishFrom(part: string): { lang: Lang; weight: number } | undefined {
  const [tag = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const lang = tag.split('-')[0]
  const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1)
  return isLang(lang) && weight > 0 && weight <= 1 ? { lang, weight } : undefined
}

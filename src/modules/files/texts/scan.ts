import type { Lang, Text, Texts } from '#src/kernel/lang.ts'
import { formatBytes } from '#src/language/numbers.ts'
import type { Scan } from '../rules.ts'

/** What the virus scanner said of a file, where it may not be opened. The keys are those of `Scan`. */
export const scanTexts = {
  waiting: {
    ky: 'вируска текшерилип жатат, кийинчерээк ачылат',
    ru: 'проверяется на вирусы, откроется позже',
    en: 'being checked for viruses, can be opened later',
  },
  refused: {
    ky: 'вирус табылды, файл өчүрүлдү',
    ru: 'найден вирус, файл удалён',
    en: 'a virus was found, the file was removed',
  },
} satisfies Texts

/** Nothing where the file may be opened. */
export const scanTextOf = (scan: Scan): Text | undefined =>
  scan === 'waiting' || scan === 'refused' ? scanTexts[scan] : undefined

/** "12 KB – being checked for viruses, can be opened later" */
export const sizeAndState = ({ bytes, scan }: { readonly bytes: number; readonly scan: Scan }, lang: Lang): string =>
  [formatBytes(bytes, lang), scanTextOf(scan)?.[lang] ?? []].flat().join(' – ')

export const kyUncertain: readonly (keyof typeof scanTexts)[] = ['waiting']

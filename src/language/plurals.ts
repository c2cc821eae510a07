import type { Text } from '#src/kernel/lang.ts'

export type RuForm = 'one' | 'few' | 'many'

/** Which Russian form stands after a whole number: 1 день, 2 дня, 5 дней, 11 дней, 21 день. */
export function ruForm(count: number): RuForm {
  const [lastTwo, last] = [Math.abs(count) % 100, Math.abs(count) % 10]
  if (lastTwo >= 11 && lastTwo <= 14) return 'many'
  if (last === 1) return 'one'
  return last >= 2 && last <= 4 ? 'few' : 'many'
}

/** Kyrgyz has one form after a number, Russian three, English two. */
export type Forms = {
  readonly ky: string
  readonly ru: readonly [one: string, few: string, many: string]
  readonly en: readonly [one: string, other: string]
}

/** The noun alone, to stand after a number that is shown by itself. */
export function nounAfter(count: number, { ky, ru, en }: Forms): Text {
  const [one, few, many] = ru
  return { ky, ru: { one, few, many }[ruForm(count)], en: Math.abs(count) === 1 ? en[0] : en[1] }
}

/** "5 күн", "5 дней", "5 days". For whole numbers. The space does not break. */
export function counted(count: number, forms: Forms): Text {
  const noun = nounAfter(count, forms)
  return { ky: `${count}\u{a0}${noun.ky}`, ru: `${count}\u{a0}${noun.ru}`, en: `${count}\u{a0}${noun.en}` }
}

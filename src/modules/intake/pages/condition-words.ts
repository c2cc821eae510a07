import { inEach, type Lang, type Text } from '#src/kernel/lang.ts'
import type { Condition, Option } from '#src/modules/catalogue/index.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'

/** A condition as a person reads it: "If you answered “Yes”:". `options`: the answers of the question it hangs on. */
export function conditionInWords(condition: Condition, options: readonly Option[]): Text {
  const nameOf = (id: string, lang: Lang) => options.find((option) => option.id === id)?.name[lang] ?? id
  const names = (lang: Lang) =>
    [condition.value]
      .flat()
      .map((value) => nameOf(String(value), lang))
      .join(t.or[lang])
  if (condition.op === '!=') return inEach((lang) => t.ifNot(names(lang))[lang])
  if (condition.op === '=' || condition.op === 'in') return inEach((lang) => t.ifAnswered(names(lang))[lang])
  return t.ifAtLeast(String(condition.value))
}

import type { Text } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'

export const kindNames: Readonly<Record<AppealKind, Text>> = {
  consultation: t.consultationTitle,
  'problem-report': t.problemTitle,
}

/** How the person's own words are headed: nothing need have happened to somebody who asks. */
export const wordsHeadings: Readonly<Record<AppealKind, { readonly title: Text; readonly hint: Text }>> = {
  consultation: { title: t.questionWords, hint: t.questionHint },
  'problem-report': { title: t.problemWords, hint: t.problemHint },
}

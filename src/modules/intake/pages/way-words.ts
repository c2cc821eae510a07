import type { Text } from '#src/kernel/lang.ts'
import type { Question } from '#src/modules/catalogue/index.ts'
import type { Way } from '#src/modules/intake/rules/reach.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'

/** A choice in the catalogue's words, and in ours where it has none. */
export const wayInWords = (question: Question | undefined, way: Way): Text =>
  question?.options?.find(({ id }) => id === way)?.name ?? t.emailOrCall

/** What exactly is done then. */
export const wayEffects: Readonly<Record<Way, Text>> = {
  email: t.effectEmail,
  call: t.effectCall,
  emailOrCall: t.effectBoth,
  'portal-only': t.effectPortal,
  'through-relative': t.effectRelative,
}

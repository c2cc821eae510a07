import type { Text } from '#src/kernel/lang.ts'
import type { Way } from '#src/modules/intake/rules/reach.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'

/** What exactly is done after a choice. */
export const wayEffects: Readonly<Record<Way, Text>> = {
  email: t.effectEmail,
  call: t.effectCall,
  'email-or-call': t.effectBoth,
  'portal-only': t.effectPortal,
  'through-relative': t.effectRelative,
}

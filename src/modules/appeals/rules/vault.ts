/**
 * Everything sealed of one appeal (words, answers, files, later reports) is sealed under one data key, wrapped by the keyring
 * and bound to a vault: a random id that a draft is born with and that the appeal takes over, so that nothing is sealed anew
 * when a draft is sent. A draft's id is its vault's id: `keys.newDataKey(vaultOf(draftId))`.
 */
export const vaultOf = (id: string): string => `vault:${id}`

/** What each sealed text is bound to: one put in the place of another does not open. */
export const sealOf = {
  message: (vault: string, formKey: Uint8Array) => `${vaultOf(vault)} message ${hex(formKey)}`,
  answer: (vault: string, questionId: string) => `${vaultOf(vault)} answer ${questionId}`,
  city: (vault: string) => `${vaultOf(vault)} city`,
  rules: (vault: string, version: number, what: string) => `${vaultOf(vault)} rules ${version} ${what}`,
  words: (vault: string, version: number, what: string) => `${vaultOf(vault)} event ${version} ${what}`,
} as const

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What the owners of files that were not sent yet begin with, whoever uploaded them. */
export const UNSENT = 'message-'

/** Whose message it is. Each side has room of its own for files: neither can fill up the other's. */
export type Side = 'person' | 'staff'

/** What the owners of one side's unsent files for this appeal begin with. */
export const unsentOf = (side: Side, appealId: string): string =>
  side === 'staff' ? `${UNSENT}staff-${appealId}-` : `${UNSENT}${appealId}-`

/** Who owns files of a message that is still being written: this form of this appeal, whose key they are sealed under. */
export const draftOfMessage = (side: Side, appealId: string, formKey: Uint8Array) =>
  ({ kind: 'draft', id: `${unsentOf(side, appealId)}${hex(formKey)}` }) as const

/**
 * Wherever files of that message wait. Until November 2026 those of staff were kept where a person's are, and a form that was
 * open then must still find its own for the thirty days that they wait.
 */
export const draftsOfMessage = (side: Side, appealId: string, formKey: Uint8Array) =>
  side === 'staff'
    ? [draftOfMessage('staff', appealId, formKey), draftOfMessage('person', appealId, formKey)]
    : [draftOfMessage('person', appealId, formKey)]

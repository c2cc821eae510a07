import type { Reach } from './states.ts'

type Way = { readonly kind: 'email' | 'phone'; readonly isSafe: boolean }

/** News can reach the person by a call alone: somebody has to make it, nothing else tells them. */
export function isPhonedOnly(reach: Reach, contacts: readonly Way[]): boolean {
  const safe = contacts.filter(({ isSafe }) => isSafe)
  return reach === 'yes' && safe.length > 0 && safe.every(({ kind }) => kind === 'phone')
}

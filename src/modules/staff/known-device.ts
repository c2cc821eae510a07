import type { AppDeps } from '#src/platform/deps.ts'

// The words are part of what is sealed: changed, no older cookie opens, and its owner is counted by address once more.
const sealFor = (emailHash: string) => `device of ${emailHash}`

/**
 * A mark for the browser that an account signed in with. It lets nobody in: wrong tries with it are counted on their own,
 * so that a colleague behind the same address cannot hold its owner out.
 */
export const newDevice = ({ keys, random }: Pick<AppDeps, 'keys' | 'random'>, emailHash: string): string =>
  keys.seal(Buffer.from(random.bytes(16)), sealFor(emailHash)).toString('base64url')

/** Which device of this account a mark stands for; undefined for another account's, and for what we did not seal. */
export function deviceIn({ keys }: Pick<AppDeps, 'keys'>, emailHash: string, mark: string): string | undefined {
  try {
    return keys.open(Buffer.from(mark, 'base64url'), sealFor(emailHash)).toString('base64url')
  } catch {
    return undefined
  }
}

import { type Outcome } from '#src/kernel/outcome.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { AppealNumber } from './rules/number.ts'
import type { Secret } from './rules/secret.ts'

/**
 * The appeal that this number and one of these secrets (see parseSecret) open; undefined when there is none.
 * Does the same work for a number that does not exist. An empty list of secrets is worked at too.
 */
export function findAppealBySecret(
  _deps: Pick<AppDeps, 'db' | 'keys' | 'hasher'>,
  _number: AppealNumber | undefined,
  _secrets: readonly Secret[],
): Promise<Outcome<string | undefined, 'busy'>> {
  throw new Error('Not built yet.')
}

/** Notes that the person has the secret: from now on the receipt is not shown again after its 24 hours. */
export function proveSecret(_deps: Pick<AppDeps, 'db' | 'clock'>, _appealId: string): Promise<void> {
  throw new Error('Not built yet.')
}

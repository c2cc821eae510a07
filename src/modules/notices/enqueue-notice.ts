import type { Lang } from '#src/kernel/lang.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { NoticeTemplate } from './rules.ts'

export type NewNotice = {
  /** An e-mail address in clear; sealed before it is stored. The caller has made sure that it is safe to write there. */
  readonly to: string
  readonly lang: Lang
  readonly template: NoticeTemplate
  readonly appealId?: string
  /** What it is about, e.g. `answer:123`: the same template about the same thing goes to one address once. */
  readonly about?: string
  /** contactCode: code, link · staffInvite, staffReset: link. Sealed; forgotten once sent. */
  readonly params?: Readonly<Record<string, string>>
}

/** Puts a notice into the outbox and its job into the queue. `db` is the transaction of the change the notice tells of. */
export function enqueueNotice(
  _deps: Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'keys'>,
  _notice: NewNotice,
): Promise<void> {
  throw new Error('Not built yet.')
}

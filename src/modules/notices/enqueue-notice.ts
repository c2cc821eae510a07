import type { Lang } from '#src/kernel/lang.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { jobFor } from './jobs.ts'
import { isMailbox, MOST_RECEIVED, RECEIVED_MS, type NoticeTemplate } from './rules.ts'
import { sealNotice } from './seal-notice.ts'
import { countReceived, insertNotice } from './store.ts'

export type NewNotice = {
  /** An e-mail address in clear; sealed before it is stored. The caller has made sure that it is safe to write there. */
  readonly to: string
  readonly lang: Lang
  readonly template: NoticeTemplate
  readonly appealId?: string
  /** What it is about, e.g. `answer:123`: the same template about the same thing goes to one address once. */
  readonly about?: string
  /** contactCode: code, link · staffInvite, staffReset: link · criticalAppeal: count. Sealed; forgotten once sent. */
  readonly params?: Readonly<Record<string, string>>
  /** Whoever has the address once confirmed it: then `received` goes to it however often. */
  readonly isConfirmed?: boolean
}

/**
 * Puts a notice into the outbox and its job into the queue. `db` is the transaction of the change the notice tells of.
 * A letter too many to an unconfirmed address is kept and not sent; its state says so.
 * Throws when `to` is not one mailbox: contacts are checked where they are taken in.
 */
export async function enqueueNotice(
  { db, jobs, clock, keys }: Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'keys'>,
  { to, lang, template, appealId, about, params, isConfirmed = false }: NewNotice,
): Promise<void> {
  if (!isMailbox(to)) throw new Error('A notice needs one mailbox to go to.')
  const sealed = sealNotice(keys, to, params)
  const dedupeKey = about === undefined ? undefined : `${template} ${about} ${sealed.addressHash}`
  await inTransaction(db, async (db) => {
    const createdAt = clock.now()
    const isLimited = template === 'received' && !isConfirmed
    const since = new Date(createdAt.getTime() - RECEIVED_MS)
    const isHeld = isLimited && (await countReceived(db, sealed.addressHash, since)) >= MOST_RECEIVED
    const state = isHeld ? 'held' : 'waiting'
    const id = await insertNotice(db, { ...sealed, template, lang, appealId, dedupeKey, createdAt, state })
    if (id !== undefined && !isHeld) await jobs.enqueue(db, jobFor(template), { id }, { onlyOne: id })
  })
}

import type { AppDeps } from '#src/platform/deps.ts'
import { MailRefused } from '#src/platform/mail.ts'
import { CLAIM_MS, isGivenUp } from './rules.ts'
import { openNotice } from './seal-notice.ts'
import { claimNotice, markFailed, markSent } from './store.ts'
import { writeLetter } from './write-letter.ts'

type Delivering = Pick<AppDeps, 'db' | 'clock' | 'config' | 'keys' | 'mail' | 'log'>

/**
 * Sends one notice. Throws when it must be tried again. Without mail it stays in the outbox, and nothing is counted.
 * A worker that dies between sending and marking leaves it claimed: the next one sends it again with the same Message-ID.
 */
export async function deliverNotice({ db, clock, config, keys, mail, log }: Delivering, id: string): Promise<void> {
  if (!mail.isOn) return
  const now = clock.now()
  const notice = await claimNotice(db, id, now, new Date(now.getTime() + CLAIM_MS))
  if (!notice) return
  const { to, params } = openNotice(keys, notice)
  try {
    // No transaction is open here: a slow mail server must not hold the database.
    await mail.send({ id, to, ...writeLetter(config, notice, params) })
  } catch (trouble) {
    // Only our own words: another error's may hold the address.
    const reason = trouble instanceof MailRefused ? trouble.message : 'unknown'
    const state = isGivenUp(notice.tries, notice.createdAt, now) ? 'dead' : 'failed'
    await markFailed(db, id, state, reason)
    if (state === 'failed') throw new MailRefused(reason)
    log.warn(
      { notice: id, template: notice.template, reason },
      'A letter was given up after many tries, so somebody does not know what they should. See /staff/notices for why; once the mail server takes letters again, press "try again" there.',
    )
    return
  }
  await markSent(db, id, clock.now())
}

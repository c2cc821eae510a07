import { enqueueNotice, type NoticeTemplate } from '#src/modules/notices/index.ts'
import { listContacts } from '#src/modules/people/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isPhonedOnly } from '#src/modules/appeals/rules/news.ts'
import type { AppealRow } from '#src/modules/appeals/store/appeals.ts'

/** told: an e-mail goes out · toCall: only a phone may be used, somebody has to call · nobody: nothing may be sent. */
export type News = 'told' | 'toCall' | 'nobody'

/** Tells the person that there is news of the appeal, never what. "Not safe" and "portal only" bind: then nothing is sent. */
export async function tellNews(
  deps: Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'keys'>,
  appeal: Pick<AppealRow, 'id' | 'reach' | 'person_id' | 'lang'>,
  template: NoticeTemplate,
  about: string,
): Promise<News> {
  if (appeal.reach !== 'yes') return 'nobody'
  const contacts = await listContacts(deps, appeal.person_id)
  if (isPhonedOnly(appeal.reach, contacts)) return 'toCall'
  const emails = contacts.filter(({ kind, isSafe }) => kind === 'email' && isSafe)
  const best = emails.find(({ isVerified }) => isVerified) ?? emails[0]
  if (!best) return 'nobody'
  await enqueueNotice(deps, {
    to: best.value,
    lang: appeal.lang,
    template,
    appealId: appeal.id,
    about: `${appeal.id}:${about}`,
  })
  return 'told'
}

import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import { roleNames, roles } from '#src/kernel/roles.ts'
import { NotificationBanner } from '#src/ui/index.ts'
import { momentIn } from '../rules/moment.ts'
import { languageNames } from '../texts/languages.ts'

/** Day and time as the service's own clock shows them. */
export const Moment = ({ at, timeZone }: { at: Date; timeZone: string }) => (
  <time dateTime={at.toISOString()}>{momentIn(timeZone, at)}</time>
)

/** What was just done, said once after the redirect. */
export const DoneBanner = ({ done, lang }: { done: Text | undefined; lang: Lang }) =>
  done ? <NotificationBanner kind="success" heading={done[lang]} /> : null

export const roleItems = (lang: Lang) => roles.map((value) => ({ value, text: roleNames[value][lang] }))
export const languageItems = langs.map((value) => ({ value, text: languageNames[value] }))

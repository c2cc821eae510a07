import type { PageContext } from '#src/kernel/page.ts'
import type { Text } from '#src/kernel/lang.ts'
import { NotificationBanner } from '#src/ui/index.ts'
import { doneTexts } from '../texts/done.ts'

export type DoneAct = keyof typeof doneTexts

type Props = { page: PageContext; act: DoneAct; where: readonly Text[] }

/** Says what was done and where the appeal is now; it takes the focus, so that the next step begins there. */
export const DoneBanner = ({ page: { lang }, act, where }: Props) => (
  <NotificationBanner kind="success" heading={`${doneTexts[act][lang]}.`}>
    {where.length > 0 && <p class="govuk-body">{where.map((text) => text[lang]).join(' ')}</p>}
  </NotificationBanner>
)

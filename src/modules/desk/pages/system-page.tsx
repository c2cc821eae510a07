import type { PageContext } from '#src/kernel/page.ts'
import { momentInFigures } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { InsetText, StaffPage, Table, WarningText } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { toolTexts as t } from '../texts/tools.ts'

type Props = {
  page: PageContext
  hasDuty: boolean
  hasMail: boolean
  isEmbedded: boolean
  /** Given up; and those still being tried. */
  failedNotices: number
  delayedNotices: number
  deadJobs: readonly { readonly job: string; readonly diedAt: Date; readonly why: string }[]
  deadJobCount: number
  timeZone: string
}

export const SystemPage = (props: Props) => {
  const { page, hasDuty, hasMail, failedNotices, delayedNotices, deadJobCount, isEmbedded } = props
  const { lang } = page
  const isWell = hasDuty && hasMail && failedNotices === 0 && deadJobCount === 0
  return (
    <StaffPage page={page} title={t.systemTitle[lang]} nav={staffNav(page, 'system')}>
      <h1 class="govuk-heading-l">{t.systemTitle[lang]}</h1>
      {isWell && <p class="govuk-body">{t.allGood[lang]}</p>}
      {!hasDuty && (
        <WarningText class="mek-red-line">
          {t.noDuty[lang]} <a href={paths.staffDuty()}>{t.toDuty[lang]}</a>
        </WarningText>
      )}
      {failedNotices > 0 && (
        <WarningText class="mek-red-line">
          {t.failedNotices(failedNotices)[lang]} <a href={paths.staffNotices()}>{t.toNotices[lang]}</a>
        </WarningText>
      )}
      {delayedNotices > 0 && <InsetText>{t.delayedNotices(delayedNotices)[lang]}</InsetText>}
      {!hasMail && <WarningText>{t.noMail[lang]}</WarningText>}
      {isEmbedded && <InsetText>{t.embedded[lang]}</InsetText>}
      {deadJobCount > 0 && <DeadJobs {...props} />}
    </StaffPage>
  )
}

const DeadJobs = ({ page: { lang }, deadJobs, deadJobCount, timeZone }: Props) => (
  <Table
    caption={t.deadJobs(deadJobCount)[lang]}
    captionSize="m"
    columns={[{ title: t.job[lang] }, { title: t.when[lang] }, { title: t.why[lang] }]}
    rows={deadJobs.map(({ job, diedAt, why }) => [job, momentInFigures(diedAt, timeZone)[lang], why])}
  />
)

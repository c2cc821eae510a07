import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { momentInFigures } from '#src/language/dates.ts'
import type { DutyGap } from '#src/modules/staff/rules/duty-cover.ts'
import { dutyGapTexts } from '#src/modules/staff/texts/duty.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonGroup,
  Code,
  Form,
  StaffPage,
  SummaryList,
  Table,
  Tag,
  WarningText,
  type TagColour,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { systemTexts as t } from '../texts/system.ts'

type Props = {
  page: PageContext
  dutyGaps: readonly DutyGap[]
  hasMail: boolean
  isEmbedded: boolean
  /** Given up; and those still being tried. */
  failedNotices: number
  delayedNotices: number
  deadJobs: readonly { readonly id: string; readonly job: string; readonly diedAt: Date; readonly why: string }[]
  deadJobCount: number
  timeZone: string
}

/** One thing that was looked at. `toMend` stands as a red line on top of the page as well. */
type Check = {
  readonly name: Text
  readonly is: 'fine' | 'toWatch' | 'toMend'
  readonly says: Text
  readonly link?: { readonly href: string; readonly text: Text }
}

const links = {
  duty: { href: paths.staffDuty(), text: t.toDuty },
  teams: { href: paths.staffTeams(), text: t.toTeams },
  notices: { href: paths.staffNotices(), text: t.toNotices },
}
const colours = { fine: 'green', toWatch: 'yellow', toMend: 'red' } as const satisfies Record<Check['is'], TagColour>

export const SystemPage = (props: Props) => {
  const { page, deadJobCount } = props
  const { lang } = page
  const checks = checksOf(props)
  const wrong = checks.filter(({ is }) => is === 'toMend')
  return (
    <StaffPage page={page} title={t.title[lang]} nav={staffNav(page, 'system')}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {checks.every(({ is }) => is === 'fine') && <p class="govuk-body-l">{t.allGood[lang]}</p>}
      {wrong.map(({ says, link }) => (
        <WarningText class="mek-red-line">
          {says[lang]}{' '}
          {link && (
            <a class="govuk-link" href={link.href}>
              {link.text[lang]}
            </a>
          )}
        </WarningText>
      ))}
      <h2 class="govuk-heading-m">{t.checks[lang]}</h2>
      <SummaryList rows={checks.map((check) => rowOf(check, page))} />
      {deadJobCount > 0 && <DeadJobs {...props} />}
    </StaffPage>
  )
}

const rowOf = ({ name, is, says, link }: Check, { lang }: PageContext) => ({
  key: name[lang],
  value: (
    <>
      <Tag colour={colours[is]}>{t[is][lang]}</Tag>
      {/* What is to be mended was said in red above. */}
      {is !== 'toMend' && <span class="mek-note">{says[lang]}</span>}
    </>
  ),
  actions: link && [{ href: link.href, text: link.text[lang] }],
})

function checksOf(props: Props): Check[] {
  const { hasMail, isEmbedded, deadJobCount } = props
  return [
    ...dutyChecks(props),
    { name: t.mail, is: hasMail ? 'fine' : 'toMend', says: hasMail ? t.hasMail : t.noMail },
    noticesCheck(props),
    {
      name: t.jobs,
      is: deadJobCount > 0 ? 'toMend' : 'fine',
      says: deadJobCount > 0 ? t.deadJobs(deadJobCount) : t.noDeadJobs,
    },
    { name: t.database, is: isEmbedded ? 'toWatch' : 'fine', says: isEmbedded ? t.embedded : t.server },
  ]
}

function dutyChecks({ dutyGaps }: Props): Check[] {
  const ofProtection = (gap: DutyGap) => gap === 'noProtectorOnDuty' || gap === 'noProtectors'
  const everybody = dutyGaps.find((gap) => !ofProtection(gap))
  const protectors = dutyGaps.find(ofProtection)
  return [
    {
      name: t.duty,
      is: everybody ? 'toMend' : 'fine',
      says: everybody ? dutyGapTexts[everybody] : t.isManned,
      link: links.duty,
    },
    {
      name: t.protection,
      is: protectors ? 'toMend' : 'fine',
      says: protectors ? dutyGapTexts[protectors] : t.isProtected,
      link: protectors === 'noProtectors' ? links.teams : links.duty,
    },
  ]
}

function noticesCheck({ failedNotices, delayedNotices }: Props): Check {
  const { name, link } = { name: t.notices, link: links.notices }
  if (failedNotices > 0) return { name, link, is: 'toMend', says: t.failedNotices(failedNotices) }
  if (delayedNotices > 0) return { name, link, is: 'toWatch', says: t.delayedNotices(delayedNotices) }
  return { name, link, is: 'fine', says: t.noFailedNotices }
}

const DeadJobs = ({ page, page: { lang }, deadJobs, deadJobCount, timeZone }: Props) => (
  <>
    <h2 class="govuk-heading-m">{t.deadJobs(deadJobCount)[lang]}</h2>
    <p class="govuk-body">{t.deadJobsWhy[lang]}</p>
    <Table
      isStacked
      caption={t.deadJobs(deadJobCount)[lang]}
      isCaptionHidden
      columns={[t.job, t.when, t.why, t.action].map((title) => ({ title: title[lang] }))}
      rows={deadJobs.map(({ id, job, diedAt, why }) => [
        <Code>{job}</Code>,
        momentInFigures(diedAt, timeZone)[lang],
        // Written by software, in its own language.
        <span lang="en">{why}</span>,
        <Form page={page} action={paths.staffSystemJob()}>
          <input type="hidden" name="id" value={id} />
          <ButtonGroup>
            <Button kind="secondary" name="move" value="retry">
              {t.retry[lang]}
            </Button>
            <Button kind="secondary" name="move" value="dismiss">
              {t.dismiss[lang]}
            </Button>
          </ButtonGroup>
        </Form>,
      ])}
    />
  </>
)

import { z } from 'zod'
import { momentInFigures } from '#src/language/dates.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealEvent } from '#src/modules/appeals/index.ts'
import { happeningNames, outcomeNames, urgencyNames } from '#src/modules/appeals/texts.ts'
import type { NoticeLine } from '#src/modules/notices/index.ts'
import { outboxTexts, templateNames } from '#src/modules/notices/texts/outbox.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { Timeline, type TimelineItem } from '#src/ui/index.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page.tsx'

/** What happened, newest first, and what went out to the person. */
export const AppealHistory = (props: AppealPageProps) => {
  const { page, desk, catalogue } = props
  const { lang } = page
  const zone = catalogue.settings.numberTimeZone
  return (
    <>
      <h2 class="govuk-heading-m">{t.history[lang]}</h2>
      <Timeline items={desk.appeal.events.toReversed().map((event, place) => eventItem(event, place === 0, props))} />
      <h2 class="govuk-heading-m">{t.notices[lang]}</h2>
      {desk.notices.length === 0 ? (
        <p class="govuk-body">{t.noNotices[lang]}</p>
      ) : (
        <ul class="govuk-list">
          {desk.notices.map((notice) => (
            <li>{noticeWords(notice, lang, zone)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function eventItem(
  event: AppealEvent,
  isNow: boolean,
  { page: { lang }, desk, catalogue }: AppealPageProps,
): TimelineItem {
  const actor = {
    person: t.person[lang],
    system: t.system[lang],
    staff: desk.staffNames.get(event.staffId ?? '') ?? '',
  }
  const details = detailWords(event, desk, lang)
  const rules = ruleWords(event, catalogue, lang)
  return {
    datetime: event.at.toISOString(),
    when: momentInFigures(event.at, catalogue.settings.numberTimeZone)[lang],
    title: happeningNames[event.what][lang],
    byline: actor[event.actor],
    isNow,
    children: (
      <>
        {details !== '' && <p class="govuk-body">{details}</p>}
        {rules.map((rule) => (
          <p class="govuk-body">{rule}</p>
        ))}
        {event.words !== undefined && <p class="govuk-body">{event.words}</p>}
      </>
    ),
  }
}

const raisedBy = z.object({ by: z.enum(['topic', 'question']), to: z.string(), question: z.string() })

/** Which answers raised the urgency as far as it went. */
function ruleWords({ details }: AppealEvent, catalogue: Catalogue, lang: Lang): string[] {
  const fired = Array.isArray(details['rules']) ? details['rules'] : []
  const asked = fired.flatMap((rule) => {
    const read = raisedBy.safeParse(rule)
    return read.success && read.data.to === details['to'] ? [read.data.question] : []
  })
  return [...new Set(asked)].map((id) => t.raisedBy(catalogue.question(id)?.text[lang] ?? id)[lang])
}

/** The codes of an event in words: from what to what, to whom, with what outcome. */
function detailWords({ details }: AppealEvent, { teams, staffNames }: AppealPageProps['desk'], lang: Lang): string {
  const urgencies: Readonly<Record<string, { readonly [key in Lang]: string }>> = urgencyNames
  const outcomes: Readonly<Record<string, { readonly [key in Lang]: string }>> = outcomeNames
  const nameOf = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return undefined
    const team = teams.find(({ id }) => id === value)
    return team?.name[lang] ?? staffNames.get(value) ?? urgencies[value]?.[lang] ?? outcomes[value]?.[lang]
  }
  const [from, to] = [nameOf(details['from']), nameOf(details['to'])]
  const others = ['teamId', 'staffId', 'outcome'].map((key) => nameOf(details[key]))
  return [from !== undefined && to !== undefined ? `${from} → ${to}` : (to ?? from), ...others]
    .filter(Boolean)
    .join(' · ')
}

const noticeWords = (notice: NoticeLine, lang: Lang, zone: string) =>
  `${templateNames[notice.template][lang]}: ${outboxTexts[notice.state][lang]}, ${momentInFigures(notice.sentAt ?? notice.createdAt, zone)[lang]}`

import { z } from 'zod'
import { dayInFigures, momentInFigures } from '#src/language/dates.ts'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import { formatMoney } from '#src/language/numbers.ts'
import type { AppealEvent } from '#src/modules/appeals/index.ts'
import { movesIn, type Move } from '#src/modules/appeals/rules/moves.ts'
import { recoveredIn } from '#src/modules/appeals/rules/recovered.ts'
import {
  clockNames,
  happeningNames,
  outcomeNames,
  recoveredTexts,
  scoreNames,
  urgencyNames,
} from '#src/modules/appeals/texts.ts'
import type { NoticeLine } from '#src/modules/notices/index.ts'
import { outboxTexts, templateNames } from '#src/modules/notices/texts/outbox.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { Badge, Timeline, type TimelineItem } from '#src/ui/index.ts'
import { seenVersion } from '../rules/appeal-desk.ts'
import { actTexts } from '../texts/acts.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

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

/** What was done after the version somebody's form was made with, newest first. */
export const eventsSince = (props: AppealPageProps, version: number): TimelineItem[] =>
  props.desk.appeal.events
    .filter((event) => event.version > version)
    .toReversed()
    .map((event) => eventItem(event, false, props))

function eventItem(event: AppealEvent, isNow: boolean, props: AppealPageProps): TimelineItem {
  const { page, desk, catalogue } = props
  const { lang } = page
  const actor = {
    person: t.person[lang],
    system: t.system[lang],
    staff: desk.staffNames.get(event.staffId ?? '') ?? '',
  }
  const { numberTimeZone: zone } = catalogue.settings
  const details = detailWords(event, props, lang)
  const rules = [
    ...ruleWords(event, catalogue, lang),
    ...movesIn(event.details).map((move) => moveWords(move, lang, zone)),
  ]
  return {
    datetime: event.at.toISOString(),
    when: momentInFigures(event.at, zone)[lang],
    title: isNews(event, props) ? (
      <>
        {happeningNames[event.what][lang]} <Badge colour="red">{actTexts.sinceThen[lang]}</Badge>
      </>
    ) : (
      happeningNames[event.what][lang]
    ),
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

const isNews = ({ version }: AppealEvent, { failed }: AppealPageProps) =>
  failed !== undefined && failed.isStale && version > seenVersion(failed)

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

/** The codes of an event in words: from what to what, to whom, with what outcome, by which norm, what was recovered. */
function detailWords({ details }: AppealEvent, { desk, catalogue }: AppealPageProps, lang: Lang): string {
  const urgencies: Readonly<Record<string, Text>> = urgencyNames
  const outcomes: Readonly<Record<string, Text>> = { ...outcomeNames, ...scoreNames }
  const nameOf = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return undefined
    const team = desk.teams.find(({ id }) => id === value)
    const found = team?.name ?? urgencies[value] ?? outcomes[value] ?? catalogue.topic(value)?.name
    const day = found ? undefined : parseIsoDay(value)
    return (found ?? (day && dayInFigures(day)))?.[lang] ?? desk.staffNames.get(value)
  }
  const from = nameOf(details['from'])
  const to = ['to', 'teamId', 'staffId', 'topicId', 'outcome', 'score'].map((key) => nameOf(details[key])).find(Boolean)
  const norm = typeof details['norm'] === 'string' ? details['norm'] : undefined
  const recovered = recoveredIn(details)
  return [
    from !== undefined && to !== undefined ? `${from} → ${to}` : (to ?? from),
    norm,
    recovered && recoveredTexts.was(formatMoney(recovered.amount, recovered.currency, lang))[lang],
    details['hasCalled'] === true && actTexts.hasCalled[lang],
  ]
    .filter(Boolean)
    .join(' · ')
}

const moveWords = ({ clock, from, to }: Move, lang: Lang, zone: string) =>
  `${clockNames[clock][lang]}: ${momentInFigures(from, zone)[lang]} → ${momentInFigures(to, zone)[lang]}`

const noticeWords = (notice: NoticeLine, lang: Lang, zone: string) =>
  `${templateNames[notice.template][lang]}: ${outboxTexts[notice.state][lang]}, ${momentInFigures(notice.sentAt ?? notice.createdAt, zone)[lang]}`

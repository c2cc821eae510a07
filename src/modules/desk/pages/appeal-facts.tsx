import type { Lang } from '#src/kernel/lang.ts'
import { formatMoney } from '#src/language/numbers.ts'
import { momentInFigures } from '#src/language/dates.ts'
import type { ClockView } from '#src/modules/appeals/index.ts'
import { ownAnswersInWords } from '#src/modules/appeals/rules/answer-words.ts'
import { clockNames, urgencyNames } from '#src/modules/appeals/texts.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { Details, SummaryList, type SummaryRow } from '#src/ui/index.ts'
import type { AppealDesk } from '../rules/appeal-desk.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import { clockTexts } from '../texts/clocks.ts'
import { queueTexts } from '../texts/queue.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

const reachTexts = {
  yes: t.reachYes,
  no: t.reachNo,
  portalOnly: t.reachPortalOnly,
  none: t.reachNone,
  inWords: t.reachInWords,
} as const

const isGoing = ({ state }: ClockView) => state === 'running' || state === 'paused' || state === 'late'

/** What one knows before acting, on a screen too narrow for the facts to stand beside the acts. */
export const AppealBrief = ({ page: { lang }, desk, catalogue }: AppealPageProps) => {
  const { appeal, person } = desk
  const zone = catalogue.settings.numberTimeZone
  const going = appeal.clocks.filter(isGoing).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  const due = going.map((clock) => (
    <p class="govuk-body">
      {clockNames[clock.kind][lang]}: {momentInFigures(clock.dueAt, zone)[lang]}
      {clock.state !== 'running' && <strong> · {clockTexts[clock.state][lang]}</strong>}
    </p>
  ))
  return (
    <section class="mek-appeal__brief" aria-label={t.brief[lang]}>
      <SummaryList
        rows={[
          { key: t.place[lang], value: placeOf(desk, catalogue, lang) },
          {
            key: t.who[lang],
            value: [t[appeal.asWho ?? 'notAsked'][lang], person.name, queueTexts[appeal.lang][lang]]
              .filter(Boolean)
              .join(' · '),
          },
          { key: t.urgency[lang], value: urgencyNames[appeal.urgency][lang] },
          { key: t.holder[lang], value: holderOf(desk, lang) },
          ...(going.length > 0 ? [{ key: t.clocks[lang], value: due }] : []),
        ]}
      />
    </section>
  )
}

const placeOf = ({ appeal }: AppealDesk, catalogue: Catalogue, lang: Lang) =>
  [catalogue.country(appeal.country)?.name[lang] ?? appeal.country, appeal.city].filter(Boolean).join(', ')

const holderOf = ({ appeal, staffNames }: AppealDesk, lang: Lang) =>
  appeal.assigneeId === undefined ? t.nobody[lang] : staffNames.get(appeal.assigneeId)

/** Who, where, about what, and what they answered. */
export const AppealFacts = (props: AppealPageProps) => {
  const { lang } = props.page
  const answered = answerRows(props)
  return (
    <>
      <h2 class="govuk-heading-m">{t.facts[lang]}</h2>
      <SummaryList rows={[...aboutAppeal(props), ...aboutPerson(props)]} />
      <Details summary={t.answers[lang]} isOpen={answered.length > 0} isPrinted>
        {answered.length > 0 ? <SummaryList rows={answered} /> : <p class="govuk-body">{t.noAnswers[lang]}</p>}
      </Details>
    </>
  )
}

function aboutAppeal({ page: { lang }, desk, catalogue }: AppealPageProps): SummaryRow[] {
  const { appeal, teams } = desk
  const { amountRecovered: recovered } = appeal
  const body = catalogue.body(appeal.bodyId)
  const mission = appeal.missionId === undefined ? undefined : catalogue.mission(appeal.missionId)
  return [
    { key: t.kind[lang], value: t[appeal.kind][lang] },
    { key: t.urgency[lang], value: urgencyNames[appeal.urgency][lang] },
    { key: t.place[lang], value: placeOf(desk, catalogue, lang) },
    { key: t.team[lang], value: teams.find(({ id }) => id === appeal.teamId)?.name[lang] ?? appeal.teamId },
    { key: t.holder[lang], value: holderOf(desk, lang) },
    { key: t.body[lang], value: [body?.name[lang], mission?.city[lang]].filter(Boolean).join(', ') },
    { key: t.channel[lang], value: channelWords(desk, lang) },
    ...(recovered
      ? [{ key: t.recovered[lang], value: formatMoney(Number(recovered.amount), recovered.currency, lang) }]
      : []),
  ]
}

const channelWords = ({ appeal, staffNames }: AppealPageProps['desk'], lang: Lang) =>
  [t[appeal.channel][lang], appeal.filedBy === undefined ? undefined : staffNames.get(appeal.filedBy)]
    .filter(Boolean)
    .join(': ')

function aboutPerson({ page: { lang }, desk, catalogue }: AppealPageProps): SummaryRow[] {
  const { appeal, person, contacts } = desk
  const way = catalogue.question('safeContact')?.options?.find(({ id }) => id === appeal.safeContact)?.name
  const citizenship = appeal.citizenship === undefined ? undefined : catalogue.country(appeal.citizenship)?.name[lang]
  return [
    { key: t.who[lang], value: t[appeal.asWho ?? 'notAsked'][lang] },
    ...(appeal.onBehalf ? [{ key: t.onBehalf[lang], value: t.yes[lang] }] : []),
    ...(citizenship === undefined ? [] : [{ key: t.citizenship[lang], value: citizenship }]),
    { key: t.language[lang], value: queueTexts[appeal.lang][lang] },
    { key: t.name[lang], value: person.name ?? t.anonymous[lang] },
    ...(person.pin === undefined ? [] : [{ key: t.pin[lang], value: person.pin }]),
    {
      key: t.contacts[lang],
      value: (
        <>
          {contacts.map((contact) => (
            <p class="govuk-body">
              {contact.value}
              <br />
              {contact.isSafe ? t.safe[lang] : <strong>{t.unsafe[lang]}</strong>} ·{' '}
              {contact.isVerified ? t.verified[lang] : t.notVerified[lang]}
            </p>
          ))}
          <p class="govuk-body">{reachTexts[appeal.reach][lang]}</p>
          {way && (
            <p class="govuk-body">
              {t.wayChosen[lang]}: {way[lang]}
            </p>
          )}
        </>
      ),
    },
  ]
}

const answerRows = ({ page: { lang }, desk: { appeal }, catalogue }: AppealPageProps): SummaryRow[] =>
  ownAnswersInWords(appeal, catalogue, lang).map(({ question, answer }) => ({ key: question, value: answer }))

import type { Lang } from '#src/kernel/lang.ts'
import { formatMoney } from '#src/language/numbers.ts'
import { ownAnswersInWords } from '#src/modules/appeals/rules/answer-words.ts'
import { urgencyNames } from '#src/modules/appeals/texts.ts'
import { Details, SummaryList, type SummaryRow } from '#src/ui/index.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import { queueTexts } from '../texts/queue.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

const reachTexts = {
  yes: t.reachYes,
  no: t.reachNo,
  portalOnly: t.reachPortalOnly,
  none: t.reachNone,
  inWords: t.reachInWords,
} as const

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
  const { appeal, teams, staffNames } = desk
  const { amountRecovered: recovered } = appeal
  const body = catalogue.body(appeal.bodyId)
  const mission = appeal.missionId === undefined ? undefined : catalogue.mission(appeal.missionId)
  return [
    { key: t.kind[lang], value: t[appeal.kind][lang] },
    { key: t.urgency[lang], value: urgencyNames[appeal.urgency][lang] },
    {
      key: t.place[lang],
      value: [catalogue.country(appeal.country)?.name[lang] ?? appeal.country, appeal.city].filter(Boolean).join(', '),
    },
    { key: t.team[lang], value: teams.find(({ id }) => id === appeal.teamId)?.name[lang] ?? appeal.teamId },
    {
      key: t.holder[lang],
      value: appeal.assigneeId === undefined ? t.nobody[lang] : staffNames.get(appeal.assigneeId),
    },
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

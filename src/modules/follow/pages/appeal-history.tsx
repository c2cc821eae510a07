import type { Lang } from '#src/kernel/lang.ts'
import { parseIsoDay, type IsoDay } from '#src/kernel/iso-day.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { dayInWords } from '#src/language/dates.ts'
import { formatMoney } from '#src/language/numbers.ts'
import type { AppealEvent } from '#src/modules/appeals/index.ts'
import { movesIn } from '#src/modules/appeals/rules/moves.ts'
import { recoveredIn } from '#src/modules/appeals/rules/recovered.ts'
import { scores } from '#src/modules/appeals/rules/rating.ts'
import { outcomes } from '#src/modules/appeals/rules/states.ts'
import { clockNames, happeningNames, recoveredTexts, scoreNames } from '#src/modules/appeals/texts.ts'
import { Timeline } from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'
import { closingTexts, outcomesForPerson } from '../texts/closing.ts'
import { ratingTexts } from '../texts/rating.ts'
import type { AppealPageProps } from './appeal-page-props.ts'
import { shortMoment } from './short-moment.ts'

/** What happened, the newest first. */
export const AppealHistory = ({ page: { lang }, appeal, teams, zone, now }: AppealPageProps) => (
  <>
    <h2 class="govuk-heading-m">{t.history[lang]}</h2>
    <Timeline
      items={appeal.events.toReversed().map((event, place) => ({
        datetime: event.at.toISOString(),
        when: shortMoment(event.at, { zone, now }, lang),
        title: [nameOf(event)[lang], more(event, { teams, lang, today: dayAt(zone, now) })].filter(Boolean).join(': '),
        isNow: place === 0 && appeal.state !== 'closed',
        children: (
          <>
            <Words event={event} lang={lang} />
            {movesIn(event.details).map(({ clock, from, to }) => (
              <p class="govuk-body">
                {clockNames[clock][lang]}: {shortMoment(from, { zone, now }, lang)} →{' '}
                {shortMoment(to, { zone, now }, lang)}
              </p>
            ))}
          </>
        ),
      }))}
    />
  </>
)

function nameOf({ what, details }: AppealEvent) {
  if (what === 'replied') return t.youWrote
  if (what === 'rated') return ratingTexts.youRated
  // A call for help has no topic at first: the first one set is no change.
  return what === 'topicChanged' && details['from'] === null ? t.topicSet : happeningNames[what]
}

/** To whom it was handed, with what it was closed, until when it was extended. */
type Around = { readonly teams: AppealPageProps['teams']; readonly lang: Lang; readonly today: IsoDay }

function more({ what, details }: AppealEvent, { teams, lang, today }: Around): string | undefined {
  if (what === 'handed') return teams.find(({ id }) => id === details['teamId'])?.name[lang]
  if (what === 'termExtended') {
    const day = typeof details['to'] === 'string' ? parseIsoDay(details['to']) : undefined
    return day && dayInWords(day, today)[lang]
  }
  const score = what === 'rated' ? scores.find((one) => one === details['score']) : undefined
  if (score) return scoreNames[score][lang]
  const outcome = what === 'closed' ? outcomes.find((one) => one === details['outcome']) : undefined
  return outcome && outcomesForPerson[outcome][lang]
}

const Words = ({ event: { words, details }, lang }: { event: AppealEvent; lang: Lang }) => {
  const recovered = recoveredIn(details)
  return (
    <>
      {words !== undefined && <p class="govuk-body mek-words-of">{words}</p>}
      {typeof details['norm'] === 'string' && <p class="govuk-body">{closingTexts.norm(details['norm'])[lang]}</p>}
      {recovered && (
        <p class="govuk-body">{recoveredTexts.was(formatMoney(recovered.amount, recovered.currency, lang))[lang]}</p>
      )}
    </>
  )
}

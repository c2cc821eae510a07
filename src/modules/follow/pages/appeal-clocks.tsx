import { dayAt } from '#src/kernel/time-zone.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { dayInWords, momentInWords, serviceTimeZone } from '#src/language/dates.ts'
import type { ClockView } from '#src/modules/appeals/index.ts'
import { clockNames } from '#src/modules/appeals/texts.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { needsLegalReview } from '#src/modules/catalogue/rules/deadline-rules.ts'
import { ClockBox, Details } from '#src/ui/index.ts'
import { Counting } from '#src/ui/counting.tsx'
import { appealTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

const DAY_MS = 86_400_000
const isGoing = ({ state }: ClockView) => state === 'running' || state === 'paused' || state === 'late'

/** What is still promised, the term of the law first, and how each was counted. Nothing when all was kept. */
export const AppealClocks = (props: AppealPageProps) => {
  const { page, appeal, zone } = props
  const { lang } = page
  const going = appeal.clocks.filter(isGoing)
  const [main, ...others] = [
    ...going.filter(({ kind }) => kind === 'answer'),
    ...going.filter(({ kind }) => kind !== 'answer'),
  ]
  if (!main) return null
  const isPaused = going.some(({ state }) => state === 'paused')
  return (
    <ClockBox
      tone={toneOf(going, isPaused, props.now)}
      title={`${clockNames[main.kind][lang]}: ${dayInWords(dayAt(serviceTimeZone, main.dueAt), dayAt(zone, props.now))[lang]}`}
    >
      <Due clock={main} lang={lang} zone={zone} now={props.now} />
      {isPaused && (
        <p class="govuk-body">
          {t.paused[lang]} {askedAt(props)}
        </p>
      )}
      {others
        .filter(({ state }) => state !== 'paused')
        .map((clock) => (
          <>
            <h3 class="govuk-heading-s">{clockNames[clock.kind][lang]}</h3>
            <Due clock={clock} lang={lang} zone={zone} now={props.now} />
          </>
        ))}
      <Details summary={t.howCounted[lang]} isPrinted>
        <p class="govuk-body">{t.inBishkek[lang]}</p>
        {going.map((clock) => (
          <OneCounting clock={clock} {...props} />
        ))}
      </Details>
    </ClockBox>
  )
}

function toneOf(going: readonly ClockView[], isPaused: boolean, now: Date) {
  if (going.some(({ state }) => state === 'late')) return 'late'
  if (isPaused) return 'waiting'
  return going.some(({ dueAt }) => dueAt.getTime() - now.getTime() < DAY_MS) ? 'due' : 'calm'
}

type DueProps = { clock: ClockView; lang: Lang; zone: string; now: Date }

const Due = ({ clock, lang, zone, now }: DueProps) => (
  <p class="govuk-body">
    {t.until(momentInWords(clock.dueAt, zone, now)[lang])[lang]}.
    {clock.extendedTo !== undefined && <> {t.extended[lang]}</>}
    {clock.isExpected && <> {t.expected[lang]}</>}
    {clock.isProvisional && <> {t.provisional[lang]}</>}
    {clock.state === 'late' && <strong> {t.late[lang]}</strong>}
  </p>
)

function askedAt({ page: { lang }, appeal, zone, now }: AppealPageProps): string {
  const asked = appeal.events.findLast(({ what }) => what === 'asked')
  return asked ? t.askedAt(momentInWords(asked.at, zone, now)[lang])[lang] : ''
}

const OneCounting = ({ clock, page: { lang }, catalogue, zone, now }: AppealPageProps & { clock: ClockView }) => (
  <>
    <h3 class="govuk-heading-s">{clockNames[clock.kind][lang]}</h3>
    <p class="govuk-body">
      {t.countedFrom(momentInWords(clock.startedAt, zone, now)[lang])[lang]} ·{' '}
      {t[clock.target.unit](clock.target.value)[lang]} · {sourceOf(clock, catalogue, lang)}
    </p>
    <Counting steps={clock.counting} extension={clock.extension} today={dayAt(zone, now)} />
  </>
)

function sourceOf({ source }: ClockView, catalogue: Catalogue, lang: Lang): string {
  const rule = source === 'target' ? undefined : catalogue.rule(source.ruleId)
  if (!rule) return t.ownPromise[lang]
  return needsLegalReview(rule) ? `${rule.name[lang]} (${t.notReviewed[lang]})` : rule.name[lang]
}

import { dayAt } from '#src/kernel/time-zone.ts'
import { momentInFigures } from '#src/language/dates.ts'
import type { ClockView } from '#src/modules/appeals/index.ts'
import { clockNames } from '#src/modules/appeals/texts.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { needsLegalReview } from '#src/modules/catalogue/rules/deadline-rules.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { Details, Tag, type TagColour } from '#src/ui/index.ts'
import { Counting } from '#src/ui/counting.tsx'
import { clockTexts as t } from '../texts/clocks.ts'
import { appealPageTexts } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** Every promise with its day and how it was counted. Staff work on the service's own clock. */
export const AppealClocks = ({ page, desk: { appeal }, catalogue, now }: AppealPageProps) => (
  <>
    <h2 class="govuk-heading-m">{appealPageTexts.clocks[page.lang]}</h2>
    <ul class="mek-clocks">
      {appeal.clocks.map((clock) => (
        <li>
          <OneClock page={page} clock={clock} catalogue={catalogue} now={now} />
        </li>
      ))}
    </ul>
    {appeal.earlierClocks.map((clocks, place) => (
      <Details summary={t.earlierRound(place + 1)[page.lang]} isPrinted>
        <ul class="mek-clocks">
          {clocks.map((clock) => (
            <li>
              <OneClock page={page} clock={clock} catalogue={catalogue} now={now} />
            </li>
          ))}
        </ul>
      </Details>
    ))}
  </>
)

const colours = {
  running: 'blue',
  paused: 'yellow',
  met: 'green',
  late: 'red',
  ended: 'grey',
} as const satisfies Record<ClockView['state'], TagColour>

const OneClock = ({
  page: { lang },
  clock,
  catalogue,
  now,
}: {
  page: PageContext
  clock: ClockView
  catalogue: Catalogue
  now: Date
}) => {
  const zone = catalogue.settings.numberTimeZone
  const rule = clock.source === 'target' ? undefined : catalogue.rule(clock.source.ruleId)
  return (
    <>
      <h3 class="govuk-heading-s">
        {clockNames[clock.kind][lang]} <Tag colour={colours[clock.state]}>{t[clock.state][lang]}</Tag>
      </h3>
      <p class="govuk-body">
        {momentInFigures(clock.dueAt, zone)[lang]}
        {clock.isExpected && <> · {t.expected[lang]}</>}
        {clock.metAt && <> · {t.metAt(momentInFigures(clock.metAt, zone)[lang])[lang]}</>}
        {clock.isLate && clock.state === 'met' && <strong> · {t.metLate[lang]}</strong>}
        {clock.isLate && clock.state === 'ended' && <strong> · {t.late[lang]}</strong>}
        {clock.isProvisional && <> · {t.provisional[lang]}</>}
      </p>
      <Details summary={t.howCounted[lang]} isPrinted>
        <p class="govuk-body">
          {t.from(momentInFigures(clock.startedAt, zone)[lang])[lang]} ·{' '}
          {t[clock.target.unit](clock.target.value)[lang]} · {rule ? rule.name[lang] : t.target[lang]}
          {rule && needsLegalReview(rule) && <> ({t.notReviewed[lang]})</>}
        </p>
        {clock.extendedTo !== undefined && <p class="govuk-body">{t.extended[lang]}</p>}
        <Counting steps={clock.counting} extension={clock.extension} today={dayAt(zone, now)} />
      </Details>
    </>
  )
}

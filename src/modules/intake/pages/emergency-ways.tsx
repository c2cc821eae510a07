import type { Lang, Text } from '#src/kernel/lang.ts'
import { dangerTexts as t } from '#src/modules/intake/texts/danger.ts'
import { Code, WarningText, type Content } from '#src/ui/index.ts'

type MissionWay = {
  readonly name: Text
  readonly phone: string | undefined
  readonly address: string | undefined
}

/** The emergency ways of one country; what nobody knows is left out. */
export type EmergencyWays = {
  /** Undefined: the catalogue does not list it. */
  readonly country: Text | undefined
  readonly number: string | undefined
  readonly isNumberUnchecked: boolean
  readonly missions: readonly MissionWay[]
  /** The missions are in another country, which looks after this one too. */
  readonly isCovered: boolean
}

/** Whether somebody is told at once, or when one of us reads. */
export type Duty =
  | { readonly is: 'onDuty' }
  | { readonly is: 'working' }
  | { readonly is: 'off'; readonly readAt: Text }

type Props = { lang: Lang; ways: EmergencyWays; title: Text }

/** "Call" stands only over what can be called; a mission of which nothing but its city is known is named, not promised. */
export const Ways = ({ lang, ways, title }: Props) => {
  const callable = ways.missions.filter(({ phone }) => phone !== undefined)
  const others = ways.missions.filter(({ phone }) => phone === undefined)
  const canCall = ways.number !== undefined || callable.length > 0
  return (
    <>
      {canCall && <h2 class="govuk-heading-m">{title[lang]}</h2>}
      {ways.number !== undefined && <EmergencyNumber lang={lang} ways={ways} />}
      {callable.length > 0 && <Missions lang={lang} missions={callable} isCovered={ways.isCovered} />}
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t.missions[lang]}</h2>
          <Missions lang={lang} missions={others} isCovered={ways.isCovered} />
        </>
      )}
    </>
  )
}

const EmergencyNumber = ({ lang, ways: { number = '', country, isNumberUnchecked } }: Omit<Props, 'title'>) => (
  <>
    {country && <p class="govuk-body">{t.callBody(country[lang])[lang]}</p>}
    <p class="govuk-body-l">
      {number.split(/\s*\/\s*/).map((one, at) => (
        <>
          {at > 0 && ' · '}
          <Phone number={one}>
            <Code isLarge>{one}</Code>
          </Phone>
        </>
      ))}
    </p>
    {isNumberUnchecked && <p class="govuk-hint">{t.callUnchecked[lang]}</p>}
  </>
)

type MissionsProps = { lang: Lang; missions: readonly MissionWay[]; isCovered: boolean }

const Missions = ({ lang, missions, isCovered }: MissionsProps) => (
  <>
    {isCovered && <p class="govuk-body">{t.covered[lang]}</p>}
    <ul class="govuk-list govuk-list--bullet">
      {missions.map(({ name, phone, address }) => (
        <li>
          {name[lang]}
          {phone !== undefined && (
            <>
              {', '}
              <Phone number={phone}>{phone}</Phone>
            </>
          )}
          {address !== undefined && `, ${address}`}
        </li>
      ))}
    </ul>
  </>
)

const Phone = ({ number, children }: { number: string; children?: Content }) => (
  <a class="govuk-link" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
    {children}
  </a>
)

export const DutyNow = ({ lang, duty }: { lang: Lang; duty: Duty }) => {
  if (duty.is === 'onDuty') return <p class="govuk-body">{t.onDuty[lang]}</p>
  const words = duty.is === 'working' ? t.noDutyWorking : t.noDuty(duty.readAt[lang])
  return <WarningText>{words[lang]}</WarningText>
}

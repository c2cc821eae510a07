import { timeIn, serviceTimeZone } from '#src/language/dates.ts'
import { cityOf, inCity, zonesByName } from '#src/language/cities.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonGroup, Details, errorOf, Form, Input, Select } from '#src/ui/index.ts'
import { maskedAddress } from '../rules.ts'
import { appealTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** The person's zone, their address, and until when the page stays open. */
export const PageSettings = (props: AppealPageProps) => {
  const { page, zone, endsAt } = props
  const { lang } = page
  return (
    <section class="mek-no-print">
      <h2 class="govuk-heading-m">{t.settings[lang]}</h2>
      <Zone {...props} />
      <Email {...props} />
      <p class="govuk-body">
        {t.sessionEnds(`${timeIn(zone, endsAt)} ${inCity(zone)[lang]}`)[lang]} {t.printHint[lang]}
      </p>
      <ButtonGroup>
        <Button kind="secondary" type="button" attributes={{ 'data-print': true, hidden: true }}>
          {t.print[lang]}
        </Button>
        <Form page={page} action={paths.myAppealAct(lang, 'stay')}>
          <Button kind="secondary">{t.stay[lang]}</Button>
        </Form>
        <Form page={page} action={paths.myAppealAct(lang, 'leave')}>
          <Button kind="secondary">{t.leave[lang]}</Button>
        </Form>
      </ButtonGroup>
    </section>
  )
}

const Zone = ({ page, zone, catalogue, appeal }: AppealPageProps) => {
  const { lang } = page
  const ofCountry = catalogue.country(appeal.country)?.timeZones ?? []
  // The country's own first, Bishkek, then all by name.
  const near = [...new Set([zone, ...ofCountry, serviceTimeZone])]
  const rest = zonesByName[lang].filter((one) => !near.includes(one))
  return (
    <Details summary={t.zoneNow(inCity(zone)[lang])[lang]}>
      <Form page={page} action={paths.myAppealAct(lang, 'zone')}>
        <Select
          name="zone"
          label={t.zone[lang]}
          value={zone}
          items={[...near, ...rest].map((one) => ({ value: one, text: cityOf(one)[lang] }))}
        />
        <Button kind="secondary">{t.zoneChange[lang]}</Button>
      </Form>
    </Details>
  )
}

const Email = ({ page, email, errors }: AppealPageProps) => {
  const { lang } = page
  if (!email) return null
  const address = maskedAddress(email.address)
  if (email.isVerified) return <p class="govuk-body">{t.emailConfirmed(address)[lang]}</p>
  const error = errorOf(errors, 'code', lang)
  return (
    <Details summary={t.emailTitle[lang]} isOpen>
      <p class="govuk-body">{t.emailUnconfirmed(address)[lang]}</p>
      <Form page={page} action={paths.myAppealAct(lang, 'confirm')}>
        <Input
          name="code"
          label={t.code[lang]}
          width="10"
          isCode
          inputmode="numeric"
          autocomplete="one-time-code"
          error={error}
        />
        <Button kind="secondary">{t.confirm[lang]}</Button>
      </Form>
      <Form page={page} action={paths.myAppealAct(lang, 'code')}>
        <Button kind="secondary" preventDoubleClick>
          {t.sendCode[lang]}
        </Button>
      </Form>
    </Details>
  )
}

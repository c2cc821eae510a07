import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { Question } from '#src/modules/catalogue/index.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { offeredWays } from '#src/modules/intake/rules/reach.ts'
import { paths } from '#src/paths.ts'
import { Button, Checkboxes, Details, errorOf, Form, Input, Radios, valueOf, valuesOf } from '#src/ui/index.ts'
import { wayEffects } from './way-words.ts'
import { KeptAlong, StepPage, TakeAlong, type Place } from './step-page.tsx'

type Props = {
  page: PageContext
  place: Place
  errors: readonly FormError[]
  filled: Filled
  safeContact: Question | undefined
  /** All numbers that the typed one can be. */
  phones: readonly { readonly number: string; readonly words: Text }[]
  isOnBehalf: boolean
  /** What the owner calls the number; from the catalogue. */
  pinName: Text
}

export const ContactPage = (props: Props) => {
  const { page, place, errors } = props
  const { lang } = page
  return (
    <StepPage page={page} place={place} title={t.title} errors={errors} filled={props.filled}>
      <p class="govuk-body">{t.intro[lang]}</p>
      <Details summary={t.anonymousSummary[lang]}>{t.anonymousBody[lang]}</Details>
      <Form page={page} action={paths.askStep(lang, 'contact')}>
        <KeptAlong place={place} />
        <Ways {...props} />
        <Safety {...props} />
        <Names {...props} />
        <Button preventDoubleClick>{askTexts.continue[lang]}</Button>
        <TakeAlong lang={lang} place={place} />
      </Form>
    </StepPage>
  )
}

const field = ({ page, errors, filled }: Props, name: string) => ({
  name,
  value: valueOf(filled, name),
  error: errorOf(errors, name, page.lang),
})

const Ways = (props: Props) => {
  const { page, phones } = props
  const { lang } = page
  return (
    <>
      <Input
        label={t.email[lang]}
        labelSize="s"
        type="email"
        inputmode="email"
        autocomplete="email"
        autocapitalize="off"
        spellcheck={false}
        {...field(props, 'email')}
      />
      <Input
        label={t.phone[lang]}
        labelSize="s"
        hint={t.phoneHint[lang]}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        width="20"
        {...field(props, 'phone')}
      />
      {phones.length > 1 && (
        <Radios
          legend={t.phoneWhich[lang]}
          legendSize="s"
          items={phones.map(({ number, words }) => ({ value: number, text: words[lang] }))}
          {...field(props, 'phoneIs')}
        />
      )}
    </>
  )
}

const Safety = (props: Props) => {
  const { page, safeContact, isOnBehalf } = props
  const { lang } = page
  const words = isOnBehalf ? (safeContact?.textOnBehalf ?? safeContact?.text) : safeContact?.text
  return (
    <Radios
      legend={words?.[lang]}
      legendSize="s"
      hint={t.safeHint[lang]}
      items={offeredWays(safeContact).map(({ way, name }) => ({
        value: way,
        text: name[lang],
        hint: wayEffects[way][lang],
      }))}
      {...field(props, 'safeContact')}
    />
  )
}

const Names = (props: Props) => {
  const { page, filled, pinName } = props
  const { lang } = page
  return (
    <>
      <Input
        label={t.name[lang]}
        labelSize="s"
        hint={t.nameHint[lang]}
        autocomplete="name"
        spellcheck={false}
        {...field(props, 'name')}
      />
      <Input
        label={pinName[lang]}
        labelSize="s"
        hint={t.pinHint[lang]}
        inputmode="numeric"
        autocomplete="off"
        width="20"
        isCode
        {...field(props, 'pin')}
      />
      <Checkboxes
        name="protection"
        legend={t.protection[lang]}
        legendSize="s"
        items={[{ value: 'yes', text: t.protectionWish[lang], hint: t.protectionHint[lang] }]}
        values={valuesOf(filled, 'protection')}
      />
    </>
  )
}

import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { nameOf } from '#src/modules/intake/rules/field-names.ts'
import { questionInWords, type OwnQuestion } from '#src/modules/intake/rules/own-questions.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import {
  Checkboxes,
  DateInput,
  ErrorMessage,
  errorOf,
  Fieldset,
  FormGroup,
  Hint,
  Input,
  Radios,
  Select,
  Textarea,
  valueOf,
  valuesOf,
} from '#src/ui/index.ts'

export type FieldProps = {
  lang: Lang
  one: OwnQuestion
  errors: readonly FormError[]
  filled: Filled
  isOnBehalf: boolean
  currencies: readonly string[]
  usualCurrency: string | undefined
}

type Ready = FieldProps & { name: string; words: string; error: string | undefined }

/** The field that fits a question's type. */
export const QuestionField = (props: FieldProps) => {
  const { lang, one, errors, isOnBehalf } = props
  const name = nameOf(one)
  const words = questionInWords(one, isOnBehalf)[lang]
  const Field = fields[one.question.type]
  return <Field {...props} name={name} words={words} error={errorOf(errors, name, lang)} />
}

const Choice = ({ lang, one, name, words, error, filled }: Ready) => (
  <Radios
    name={name}
    legend={words}
    legendSize="s"
    isInline={one.question.type === 'yesno'}
    items={one.options.map((option) => ({ value: option.id, text: option.name[lang] }))}
    value={valueOf(filled, name)}
    error={error}
  />
)

const Many = ({ lang, one, name, words, error, filled }: Ready) => (
  <Checkboxes
    name={name}
    legend={words}
    legendSize="s"
    items={one.options.map((option) => ({ value: option.id, text: option.name[lang] }))}
    values={valuesOf(filled, name)}
    error={error}
  />
)

const FromList = ({ lang, one, name, words, error, filled }: Ready) => (
  <Select
    name={name}
    label={words}
    labelSize="s"
    items={[{ value: '', text: '' }, ...one.options.map((option) => ({ value: option.id, text: option.name[lang] }))]}
    value={valueOf(filled, name)}
    error={error}
  />
)

const Words = ({ name, words, error, filled }: Ready) => (
  <Textarea name={name} label={words} labelSize="s" rows={2} value={valueOf(filled, name)} error={error} />
)

const Count = ({ name, words, error, filled }: Ready) => (
  <Input
    name={name}
    label={words}
    labelSize="s"
    width="5"
    inputmode="numeric"
    autocomplete="off"
    value={valueOf(filled, name)}
    error={error}
  />
)

const partsOf = (filled: Filled, name: string) => ({
  day: valueOf(filled, `${name}-day`),
  month: valueOf(filled, `${name}-month`),
  year: valueOf(filled, `${name}-year`),
})

const Day = ({ lang, name, words, error, filled }: Ready) => (
  <DateInput
    name={name}
    legend={words}
    legendSize="s"
    hint={t.dateHint[lang]}
    values={partsOf(filled, name)}
    error={error}
  />
)

const Moment = (props: Ready) => {
  const name = `${props.name}-time`
  return (
    <>
      <Day {...props} />
      <Input
        name={name}
        label={t.timeLabel[props.lang]}
        hint={t.timeHint[props.lang]}
        width="5"
        autocomplete="off"
        value={valueOf(props.filled, name)}
      />
    </>
  )
}

const Range = ({ lang, name, words, error, filled }: Ready) => (
  <FormGroup error={error}>
    <Fieldset
      legend={words}
      legendSize="s"
      role="group"
      describedBy={error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`}
    >
      <Hint id={`${name}-hint`}>{t.rangeHint[lang]}</Hint>
      {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
      <DateInput name={`${name}-from`} legend={t.from[lang]} values={partsOf(filled, `${name}-from`)} />
      <DateInput name={`${name}-to`} legend={t.to[lang]} values={partsOf(filled, `${name}-to`)} />
    </Fieldset>
  </FormGroup>
)

const Money = ({ lang, name, words, error, filled, currencies, usualCurrency }: Ready) => (
  <FormGroup error={error}>
    <Fieldset legend={words} legendSize="s" role="group">
      {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      <Input
        name={`${name}-amount`}
        label={t.amount[lang]}
        width="10"
        inputmode="decimal"
        autocomplete="off"
        value={valueOf(filled, `${name}-amount`)}
      />
      <Select
        name={`${name}-currency`}
        label={t.currency[lang]}
        items={currencies.map((code) => ({ value: code, text: code }))}
        value={valueOf(filled, `${name}-currency`) ?? usualCurrency}
      />
    </Fieldset>
  </FormGroup>
)

const Nothing = (_props: Ready) => null

const fields: Readonly<Record<OwnQuestion['question']['type'], (props: Ready) => preact.JSX.Element | null>> = {
  yesno: Choice,
  choice: Choice,
  multi: Many,
  mission: Choice,
  country: FromList,
  text: Words,
  number: Count,
  date: Day,
  datetime: Moment,
  daterange: Range,
  money: Money,
  // Asked for on the files' own screen.
  file: Nothing,
}

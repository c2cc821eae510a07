import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { conditionInWords } from './condition-words.ts'
import { fieldTargets, nameOf } from '#src/modules/intake/rules/field-names.ts'
import type { OwnQuestion } from '#src/modules/intake/rules/own-questions.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, ShowIf } from '#src/ui/index.ts'
import { QuestionField } from './question-field.tsx'
import { FromCheck, StepPage, type Place } from './step-page.tsx'

type Props = {
  page: PageContext
  place: Place
  errors: readonly FormError[]
  filled: Filled
  questions: readonly OwnQuestion[]
  isOnBehalf: boolean
  currencies: readonly string[]
  /** Of the country where the person is. */
  usualCurrency: string | undefined
}

export const QuestionsPage = (props: Props) => {
  const { page, place, errors, questions } = props
  const { lang } = page
  return (
    <StepPage
      page={page}
      place={place}
      title={t.title}
      errors={errors}
      filled={props.filled}
      targets={fieldTargets(questions)}
      islands={['show-if']}
    >
      <p class="govuk-body">{t.intro[lang]}</p>
      <Form page={page} action={paths.askStep(lang, 'questions')}>
        <FromCheck place={place} />
        {questions.map((one) => (
          <Tree {...props} one={one} parent={undefined} />
        ))}
        <Button preventDoubleClick>{askTexts.continue[lang]}</Button>
      </Form>
    </StepPage>
  )
}

/** A question, and right under it, indented, what hangs on its answer. */
const Tree = ({ one, parent, ...props }: Props & { one: OwnQuestion; parent: OwnQuestion | undefined }) => {
  const { lang } = props.page
  const fields = (
    <>
      <QuestionField {...props} lang={lang} one={one} />
      {one.under.map((child) => (
        <Tree {...props} one={child} parent={one} />
      ))}
    </>
  )
  const condition = one.when.at(-1)
  if (!condition || !parent || condition.op === 'withinHours' || condition.op === 'withinDays') return fields
  return (
    <ShowIf
      question={nameOf(parent)}
      op={condition.op}
      value={condition.value}
      when={conditionInWords(condition, parent.options)[lang]}
    >
      {fields}
    </ShowIf>
  )
}

import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { conditionInWords } from './condition-words.ts'
import type { Condition } from '#src/modules/catalogue/index.ts'
import { fieldTargets, nameOf } from '#src/modules/intake/rules/field-names.ts'
import { inReadingOrder, questionInWords, type OwnQuestion } from '#src/modules/intake/rules/own-questions.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import { Button, type Content, Form, ShowIf } from '#src/ui/index.ts'
import { QuestionField } from './question-field.tsx'
import { KeptAlong, StepPage, TakeAlong, type Place } from './step-page.tsx'

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
        <KeptAlong place={place} />
        {questions.map((one) => (
          <Tree {...props} one={one} />
        ))}
        <Button preventDoubleClick>{askTexts.continue[lang]}</Button>
        <TakeAlong lang={lang} place={place} />
      </Form>
    </StepPage>
  )
}

/** A question, and right under it, indented, what hangs on its answer. */
const Tree = ({ one, ...props }: Props & { one: OwnQuestion }) => {
  const fields = (
    <>
      <QuestionField {...props} lang={props.page.lang} one={one} />
      {one.under.map((child) => (
        <Tree {...props} one={child} />
      ))}
    </>
  )
  return (
    <Conditions {...props} left={one.when}>
      {fields}
    </Conditions>
  )
}

/** All of them, each in words, one within the other. The last is on the question right above; others name theirs. */
const Conditions = ({ left, children, ...props }: Props & { left: readonly Condition[]; children: Content }) => {
  const [condition, ...rest] = left
  if (!condition) return children
  const inner = (
    <Conditions {...props} left={rest}>
      {children}
    </Conditions>
  )
  const on = inReadingOrder(props.questions).find(({ question }) => question.id === condition.question)
  if (!on || condition.op === 'withinHours' || condition.op === 'withinDays') return inner
  const { lang } = props.page
  const words = conditionInWords(condition, on.options)[lang]
  const named = `${questionInWords(on, props.isOnBehalf)[lang]} ${words}`
  return (
    <ShowIf question={nameOf(on)} op={condition.op} value={condition.value} when={rest.length === 0 ? words : named}>
      {inner}
    </ShowIf>
  )
}

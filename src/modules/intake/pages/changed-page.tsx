import type { Filled } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { contactTexts } from '#src/modules/intake/texts/contact.ts'
import { resumeTexts as t } from '#src/modules/intake/texts/resume.ts'
import type { TypedStep } from '#src/modules/intake/rules/steps.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonLink, Form, InsetText, Page, SummaryList } from '#src/ui/index.ts'
import { keptPairs, wordsIn } from '#src/ui/typed-fields.ts'
import { kindNames } from './words-heading.ts'
import { stepRows, type CheckedDraft } from './step-rows.tsx'

type Props = {
  page: PageContext
  step: TypedStep
  /** As it was posted. */
  filled: Filled
  /** Undefined where the questions are no longer asked: of another topic now. */
  mine: CheckedDraft | undefined
  theirs: CheckedDraft
  /** The mark of what is kept now: whoever takes their own has seen it. */
  seen: string
  /** Where it goes on with what is kept. */
  next: string
}

/** Two devices changed one screen: both are shown, and the person chooses. */
export const ChangedPage = ({ page, step, filled, mine, theirs, seen, next }: Props) => {
  const { lang } = page
  return (
    <Page
      page={page}
      title={t.changedTitle}
      exit
      // Kept nowhere yet: posted again, it is shown again in the other language.
      alternates={{ ky: paths.askStep('ky', step), ru: paths.askStep('ru', step), en: paths.askStep('en', step) }}
      carried={() => keptPairs(filled)}
    >
      <h1 class="govuk-heading-l">{t.changedTitle[lang]}</h1>
      <p class="govuk-body">{(mine ? t.changedBody : t.changedOtherTopic)[lang]}</p>
      <h2 class="govuk-heading-m">{t.changedMine[lang]}</h2>
      {mine ? (
        <SummaryList rows={rowsOf(step, mine, lang)} />
      ) : (
        wordsIn(filled).map((words) => <InsetText>{words}</InsetText>)
      )}
      {mine && (
        <Form page={page} action={paths.askStep(lang, step)}>
          {keptPairs({ ...filled, seen }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button preventDoubleClick>{t.changedTakeMine[lang]}</Button>
        </Form>
      )}
      <h2 class="govuk-heading-m">{t.changedTheirs[lang]}</h2>
      <SummaryList rows={rowsOf(step, theirs, lang)} />
      <ButtonLink href={next} kind="secondary">
        {t.changedTakeTheirs[lang]}
      </ButtonLink>
    </Page>
  )
}

/** With what hangs on the screen: the kind is chosen on the first, and another topic takes the answers to this one's questions. */
const rowsOf = (step: TypedStep, draft: CheckedDraft, lang: Lang) => [
  ...(step === 'who' ? [{ key: contactTexts.kind[lang], value: kindNames[draft.kind][lang] }] : []),
  ...stepRows(step, draft, lang),
  ...(step === 'topic' ? stepRows('questions', draft, lang) : []),
]

import type { Filled } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { Button } from '#src/ui/button.tsx'
import { Form } from '#src/ui/form.tsx'
import { Page } from '#src/ui/page.tsx'
import { appTexts as t } from './texts.ts'

type Props = {
  page: PageContext
  title: Text
  body: Text
  /** Id a person can read out to us; the log has the same one. */
  mark: string | undefined
  typed: Filled
  /** Where the same form may be sent again. */
  retryAt: string | undefined
  /** The page to start again from. */
  home: string
}

/** What one sees when something was refused or failed: why, what to do, and nothing typed is lost. */
export const TroublePage = ({ page, title, body, mark, typed, retryAt, home }: Props) => (
  <Page page={page} title={title[page.lang]}>
    <h1 class="govuk-heading-l">{title[page.lang]}</h1>
    <p class="govuk-body">
      {body[page.lang]} {mark && <strong>{mark}</strong>}
    </p>
    {retryAt !== undefined && (
      <Form page={page} action={retryAt}>
        {pairsOf(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button>{t.sendAgain[page.lang]}</Button>
      </Form>
    )}
    {wordsIn(typed).length > 0 && (
      <>
        <h2 class="govuk-heading-m">{t.whatYouTyped[page.lang]}</h2>
        {wordsIn(typed).map((words) => (
          <p class="govuk-body typed">{words}</p>
        ))}
      </>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={home}>
        {t.toHome[page.lang]}
      </a>
    </p>
  </Page>
)

const pairsOf = (typed: Filled): [string, string][] =>
  Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))

// Only what somebody composed is worth reading again; choices travel in the hidden fields.
const wordsIn = (typed: Filled) =>
  pairsOf(typed)
    .map(([, value]) => value)
    .filter((value) => /\s/.test(value.trim()))

import type { Filled } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { Button } from '#src/ui/button.tsx'
import { Form } from '#src/ui/form.tsx'
import { Page } from '#src/ui/page.tsx'
import { appTexts as t } from './texts.ts'
import { keptPairs, wordsIn } from '#src/ui/typed-fields.ts'

type Props = {
  page: PageContext
  title: Text
  body: Text
  /** Id a person can read out to us; the log has the same one. */
  mark: string | undefined
  typed: Filled
  /** Where the same form may be sent again, and whether it is one that takes a file. */
  retry: { readonly at: string; readonly isMultipart: boolean } | undefined
  /** A file came with the form: no page can give it back. */
  hadFile: boolean
  /** About somebody's appeal: it can be left quickly. */
  exit: boolean
  /** The page to start again from. */
  home: string
}

/** What one sees when something was refused or failed: why, what to do, and nothing typed is lost. */
export const TroublePage = ({ page, title, body, mark, typed, retry, hadFile, exit, home }: Props) => {
  const { lang } = page
  const words = wordsIn(typed)
  return (
    <Page page={page} title={title[lang]} exit={exit}>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body">
        {body[lang]} {mark && <strong>{mark}</strong>}
      </p>
      {hadFile && <p class="govuk-body">{t.fileAgain[lang]}</p>}
      {retry && (
        <Form page={page} action={retry.at} enctype={retry.isMultipart ? 'multipart/form-data' : undefined}>
          {keptPairs(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{t.sendAgain[lang]}</Button>
        </Form>
      )}
      {words.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t.whatYouTyped[lang]}</h2>
          {words.map((one) => (
            <p class="govuk-body typed">{one}</p>
          ))}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={home}>
          {t.toHome[lang]}
        </a>
      </p>
    </Page>
  )
}

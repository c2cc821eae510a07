import type { PageContext } from '#src/kernel/page.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { resumeTexts } from '#src/modules/intake/texts/resume.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonLink, Form, Page } from '#src/ui/index.ts'

type Props = {
  page: PageContext
  /** The first screen that is still open. */
  open: string
  start: Readonly<Record<string, string>>
}

/** Somebody comes back: go on, or begin anew. */
export const DraftPage = ({ page, open, start }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.draftTitle} back={{ href: paths.home(lang) }} exit>
      <h1 class="govuk-heading-l">{t.draftTitle[lang]}</h1>
      <p class="govuk-body">{t.draftBody[lang]}</p>
      <ButtonLink href={open}>{t.draftContinue[lang]}</ButtonLink>
      <Form page={page} action={paths.ask(lang)}>
        {Object.entries(start).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary">{t.draftAnew[lang]}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.resume(lang)}>
          {resumeTexts.resumeLink[lang]}
        </a>
      </p>
    </Page>
  )
}

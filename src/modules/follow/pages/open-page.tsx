import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, ErrorSummary, Form, Input, InsetText, NotificationBanner, Page } from '#src/ui/index.ts'
import { openTexts as t } from '../texts/open.ts'

type Props = {
  page: PageContext
  errors: readonly FormError[]
  number: string
  /** What numbers begin with here. */
  prefix: string
  /** Words that were written while the page had closed: they travel with the form until it is open again. */
  kept: Filled
  hasEnded: boolean
}

export const OpenPage = ({ page, errors, number, prefix, kept, hasEnded }: Props) => {
  const { lang } = page
  const keeps = Object.keys(kept).length > 0
  const ways = { ky: paths.myAppeal('ky'), ru: paths.myAppeal('ru'), en: paths.myAppeal('en') }
  return (
    <Page
      page={page}
      title={t.title}
      isTitleNeutral
      exit
      hasErrors={errors.length > 0}
      alternates={keeps ? undefined : ways}
    >
      <ErrorSummary errors={errors} />
      {hasEnded && (
        <NotificationBanner heading={t.ended[lang]}>
          {keeps && <p class="govuk-body">{t.kept[lang]}</p>}
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.intro[lang]}</p>
      <Form page={page} action={paths.myAppealOpen(lang)}>
        {/* One message for both fields: which of them was wrong is nobody's business. */}
        <Input
          name="number"
          label={t.number[lang]}
          hint={t.numberHint(prefix)[lang]}
          value={number}
          width="20"
          isCode
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Input
          name="secret"
          label={t.secret[lang]}
          hint={t.secretHint[lang]}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        {errors.some(({ message }) => message === t.wrongOften) && <InsetText>{t.slower[lang]}</InsetText>}
        <Button preventDoubleClick>{t.open[lang]}</Button>
      </Form>
      {keeps && !hasEnded && <InsetText>{t.kept[lang]}</InsetText>}
      <Details summary={t.lost[lang]}>
        <p class="govuk-body">{t.lostBody[lang]}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.ask(lang)}>
            {t.askNew[lang]}
          </a>
        </p>
      </Details>
    </Page>
  )
}

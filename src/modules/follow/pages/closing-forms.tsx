import { momentInWords } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, errorOf, Form, Radios, Textarea, valueOf } from '#src/ui/index.ts'
import { openAgainUntil } from '../rules.ts'
import { closingTexts as t } from '../texts/closing.ts'
import { openTexts } from '../texts/open.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** The version the page was made with: who closes must have seen the last answer. */
const Hidden = ({ actKey, appeal }: Pick<AppealPageProps, 'actKey' | 'appeal'>) => (
  <>
    <input type="hidden" name="key" value={actKey} />
    <input type="hidden" name="version" value={appeal.version} />
  </>
)

export const CloseForm = (props: AppealPageProps) => {
  const { page, errors, filled } = props
  const { lang } = page
  const error = errorOf(errors, 'outcome', lang)
  return (
    <Details summary={t.closeTitle[lang]} isOpen={error !== undefined || valueOf(filled, 'closeReason') !== undefined}>
      <Form page={page} action={paths.myAppealAct(lang, 'close')}>
        <Hidden {...props} />
        <Radios
          name="outcome"
          legend={t.closeWhy[lang]}
          hint={t.closeHint[lang]}
          value={valueOf(filled, 'outcome')}
          error={error}
          items={[
            { value: 'solved', text: t.solved[lang] },
            { value: 'withdrawn', text: t.withdrawn[lang] },
          ]}
        />
        <Textarea name="closeReason" label={t.closeReason[lang]} rows={3} value={valueOf(filled, 'closeReason')} />
        <Button kind="secondary" preventDoubleClick>
          {t.close[lang]}
        </Button>
      </Form>
    </Details>
  )
}

const writtenIn = (filled: AppealPageProps['filled'], fields: readonly string[]) =>
  fields.map((field) => valueOf(filled, field)).find((words) => words !== undefined)

/** `asks`: in place of its own heading and question, where it follows from what was said above it. */
export const ReopenForm = ({ asks, ...props }: AppealPageProps & { readonly asks?: string }) => {
  const { page, appeal, errors, filled, now, zone } = props
  const { lang } = page
  const until = openAgainUntil(appeal, now)
  const saidBefore = asks === undefined ? undefined : appeal.rating?.words
  if (!until)
    return (
      <p class="govuk-body">
        {t.reopenOver[lang]}{' '}
        <a class="govuk-link" href={paths.ask(lang)}>
          {openTexts.askNew[lang]}
        </a>
      </p>
    )
  return (
    <Form page={page} action={paths.myAppealAct(lang, 'reopen')} class="mek-no-print">
      <Hidden {...props} />
      {asks === undefined && <h2 class="govuk-heading-m">{t.reopenTitle[lang]}</h2>}
      <Textarea
        name="reopenReason"
        label={asks ?? t.reopenReason[lang]}
        hint={t.reopenUntil(momentInWords(until, zone, now)[lang])[lang]}
        rows={4}
        // Words that were on their way when it was closed are not lost.
        value={writtenIn(filled, ['reopenReason', 'text', 'closeReason', 'ratingWords']) ?? saidBefore}
        error={errorOf(errors, 'reopenReason', lang)}
      />
      <Button preventDoubleClick>{t.reopen[lang]}</Button>
    </Form>
  )
}

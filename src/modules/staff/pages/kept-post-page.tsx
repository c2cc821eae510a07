import type { Filled } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, NotificationBanner, StaffPage, Textarea } from '#src/ui/index.ts'
import { keptPairs, wordsIn } from '#src/ui/typed-fields.ts'
import { signInTexts as t } from '../texts/sign-in.ts'

type Props = { page: PageContext; post: { to: string; isMultipart: boolean; fields: Filled } }

/** Signed in again, with what was written before: to be read, changed and sent, or left. */
export const KeptPostPage = ({ page, post }: Props) => {
  const { lang } = page
  const words = new Set(wordsIn(post.fields))
  let shown = 0
  return (
    <StaffPage page={page} title={t.keptTitle}>
      <NotificationBanner heading={t.signedInAgain[lang]} />
      <h1 class="govuk-heading-l">{t.keptTitle[lang]}</h1>
      <p class="govuk-body">{t.keptBody[lang]}</p>
      <Form page={page} action={post.to} enctype={post.isMultipart ? 'multipart/form-data' : undefined}>
        {keptPairs(post.fields).map(([name, value]) =>
          words.has(value) ? (
            <Textarea
              name={name}
              id={`kept-${name}`}
              label={`${t.whatYouWrote[lang]}${words.size > 1 ? `, ${(shown += 1)}` : ''}`}
              rows={value.length > 100 ? 8 : 2}
              value={value}
            />
          ) : (
            <input type="hidden" name={name} value={value} />
          ),
        )}
        <Button preventDoubleClick>{t.sendKept[lang]}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.staffHome()}>
          {t.leaveKept[lang]}
        </a>
      </p>
    </StaffPage>
  )
}

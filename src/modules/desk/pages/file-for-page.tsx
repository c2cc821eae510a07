import type { Filled, FormError } from '#src/kernel/form.ts'
import { langs } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { kinds } from '#src/modules/appeals/rules/states.ts'
import type { HandOver } from '#src/modules/intake/index.ts'
import { paths } from '#src/paths.ts'
import { Button, ErrorSummary, errorOf, Form, Radios, StaffPage, valueOf } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { appealPageTexts } from '../texts/appeal.ts'
import { queueTexts } from '../texts/queue.ts'
import { toolTexts as t } from '../texts/tools.ts'

/** The form stands on the people's host: a button leads there, with nothing in the address. */
export const HandOverPage = ({ page, handOver }: { page: PageContext; handOver: HandOver }) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.fileForTitle[lang]} nav={staffNav(page, 'fileFor')}>
      <h1 class="govuk-heading-l">{t.handOverTitle[lang]}</h1>
      <p class="govuk-body">{t.handOverBody[lang]}</p>
      <form action={handOver.action} method="post">
        <input type="hidden" name="handOver" value={handOver.sealed} />
        <Button preventDoubleClick>{t.handOverOpen[lang]}</Button>
      </form>
    </StaffPage>
  )
}

type Props = { page: PageContext; errors: readonly FormError[]; filled: Filled }

export const FileForPage = ({ page, errors, filled }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.fileForTitle[lang]} nav={staffNav(page, 'fileFor')} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.fileForTitle[lang]}</h1>
      <p class="govuk-body">{t.fileForIntro[lang]}</p>
      <Form page={page} action={paths.staffFileFor()}>
        <Radios
          name="channel"
          legend={t.channelLabel[lang]}
          legendSize="s"
          error={errorOf(errors, 'channel', lang)}
          value={valueOf(filled, 'channel')}
          items={[
            { value: 'phone', text: t.phone[lang] },
            { value: 'visit', text: t.visit[lang] },
          ]}
        />
        <Radios
          name="kind"
          legend={appealPageTexts.kind[lang]}
          legendSize="s"
          error={errorOf(errors, 'kind', lang)}
          value={valueOf(filled, 'kind') ?? 'consultation'}
          items={kinds.map((kind) => ({ value: kind, text: appealPageTexts[kind][lang] }))}
        />
        <Radios
          name="lang"
          legend={t.langLabel[lang]}
          legendSize="s"
          error={errorOf(errors, 'lang', lang)}
          value={valueOf(filled, 'lang') ?? lang}
          items={langs.map((one) => ({ value: one, text: queueTexts[one][lang] }))}
        />
        <Button>{t.start[lang]}</Button>
      </Form>
    </StaffPage>
  )
}

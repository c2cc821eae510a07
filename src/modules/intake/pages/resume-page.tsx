import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { codeInGroups, type ResumeCode } from '#src/modules/intake/rules/resume-code.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { resumeTexts as t } from '#src/modules/intake/texts/resume.ts'
import { receiptTexts } from '#src/modules/intake/texts/receipt.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Form,
  Input,
  NotificationBanner,
  Page,
  Radios,
  ReceiptPanel,
  valueOf,
  WarningText,
} from '#src/ui/index.ts'
import { Unseen } from './after-sending.tsx'

type ResumeProps = {
  page: PageContext
  errors: readonly FormError[]
  filled: Filled
  /** Another unfinished appeal is on this device: it is not given up unasked. */
  isOneHere: boolean
  /** A draft that was sent from here and whose receipt perhaps never arrived. */
  unseen: string | undefined
  /** Which browser the form was opened in. */
  mark: string
}

export const ResumePage = ({ page, errors, filled, isOneHere, unseen, mark }: ResumeProps) => {
  const { lang } = page
  const yesNo = [
    { value: 'yes', text: askTexts.yes[lang] },
    { value: 'no', text: askTexts.no[lang] },
  ]
  return (
    <Page
      page={page}
      title={t.resumeTitle}
      back={{ href: paths.ask(lang) }}
      exit
      hasErrors={errors.length > 0}
      alternates={{ ky: paths.resume('ky'), ru: paths.resume('ru'), en: paths.resume('en') }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.resumeTitle[lang]}</h1>
      {unseen !== undefined && (
        <NotificationBanner heading={receiptTexts.earlierTitle[lang]}>
          <Unseen page={page} draftId={unseen} />
        </NotificationBanner>
      )}
      <p class="govuk-body">{t.resumeIntro[lang]}</p>
      <Form page={page} action={paths.resume(lang)}>
        <input type="hidden" name="mark" value={mark} />
        <Input
          name="code"
          label={t.code[lang]}
          hint={t.codeHint[lang]}
          value={valueOf(filled, 'code')}
          error={errorOf(errors, 'code', lang)}
          width="20"
          isCode
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Radios
          name="ownPhone"
          legend={askTexts.ownPhone[lang]}
          legendSize="s"
          hint={askTexts.ownPhoneHint[lang]}
          isInline
          items={yesNo}
          value={valueOf(filled, 'ownPhone')}
        />
        {isOneHere && <Fate lang={lang} errors={errors} filled={filled} />}
        <Button preventDoubleClick>{t.resumeOpen[lang]}</Button>
      </Form>
    </Page>
  )
}

/** What becomes of the one that is here. */
const Fate = ({ lang, errors, filled }: { lang: Lang } & Pick<ResumeProps, 'errors' | 'filled'>) => (
  <Radios
    name="here"
    legend={t.here[lang]}
    legendSize="s"
    items={[
      { value: 'keep', text: t.hereKeep[lang] },
      { value: 'delete', text: t.hereDelete[lang] },
    ]}
    value={valueOf(filled, 'here')}
    error={errorOf(errors, 'here', lang)}
  />
)

type CodeProps = {
  page: PageContext
  code: ResumeCode
  /** Address of the portal, as it is copied by hand. */
  portal: string
} & (
  | { next: string }
  /** The code is of the one left behind here; these fields go on to the other. */
  | { onward: readonly (readonly [string, string])[] }
)

export const CodePage = (props: CodeProps) => {
  const { page, code, portal } = props
  const { lang } = page
  const title = 'onward' in props ? t.codeTitleKept : t.codeTitle
  return (
    <Page page={page} title={t.codeTitle} isTitleNeutral exit>
      <ReceiptPanel title={title[lang]} numberLabel={t.code[lang]} number={codeInGroups(code)} />
      <p class="govuk-body">
        {t.codeHow[lang]} <strong>{`${portal}${paths.resume(lang)}`}</strong>
      </p>
      <WarningText>{t.codeSecret[lang]}</WarningText>
      <p class="govuk-body">{t.codeUntil[lang]}</p>
      {'onward' in props ? (
        <Form page={page} action={paths.resume(lang)}>
          {props.onward.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button preventDoubleClick>{t.codeGoOnOther[lang]}</Button>
        </Form>
      ) : (
        <>
          <ButtonLink href={props.next}>{t.codeGoOn[lang]}</ButtonLink>
          <Form page={page} action={paths.askLeave(lang)}>
            <p class="govuk-body">{t.codeLeaveHint[lang]}</p>
            <Button kind="secondary">{t.codeLeave[lang]}</Button>
          </Form>
        </>
      )}
    </Page>
  )
}

import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { codeInGroups, type ResumeCode } from '#src/modules/intake/rules/resume-code.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { resumeTexts as t } from '#src/modules/intake/texts/resume.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Form,
  Input,
  Page,
  Radios,
  ReceiptPanel,
  valueOf,
  WarningText,
} from '#src/ui/index.ts'

type ResumeProps = {
  page: PageContext
  errors: readonly FormError[]
  filled: Filled
  /** Another unfinished appeal is on this device: it is not given up unasked. */
  isOneHere: boolean
}

export const ResumePage = ({ page, errors, filled, isOneHere }: ResumeProps) => {
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
      <p class="govuk-body">{t.resumeIntro[lang]}</p>
      <Form page={page} action={paths.resume(lang)}>
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
        {isOneHere && (
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
        )}
        <Button preventDoubleClick>{t.resumeOpen[lang]}</Button>
      </Form>
    </Page>
  )
}

type CodeProps = {
  page: PageContext
  code: ResumeCode
  /** Address of the portal, as it is copied by hand. */
  portal: string
  /** Where it goes on from here. */
  next: string
  /** The code is of the one left behind here, and what goes on is another. */
  isOfOneLeft?: boolean
}

export const CodePage = ({ page, code, portal, next, isOfOneLeft = false }: CodeProps) => {
  const { lang } = page
  const title = isOfOneLeft ? t.codeTitleKept : t.codeTitle
  return (
    <Page page={page} title={t.codeTitle} isTitleNeutral exit>
      <ReceiptPanel title={title[lang]} numberLabel={t.code[lang]} number={codeInGroups(code)} />
      <p class="govuk-body">
        {t.codeHow[lang]} <strong>{`${portal}${paths.resume(lang)}`}</strong>
      </p>
      <WarningText>{t.codeSecret[lang]}</WarningText>
      <p class="govuk-body">{t.codeUntil[lang]}</p>
      <ButtonLink href={next}>{(isOfOneLeft ? t.codeGoOnOther : t.codeGoOn)[lang]}</ButtonLink>
    </Page>
  )
}

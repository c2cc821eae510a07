import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { resumeTexts } from '#src/modules/intake/texts/resume.ts'
import { questionTexts } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  FileList,
  Form,
  InsetText,
  NotificationBanner,
  SummaryList,
  type Content,
  type SummaryRow,
  WarningText,
} from '#src/ui/index.ts'
import { mayUse } from '#src/modules/intake/rules/reach.ts'
import type { Step } from '#src/modules/intake/rules/steps.ts'
import { kindNames, wordsHeadings } from './words-heading.ts'
import { shownFile } from './shown-file.ts'
import { Lines, stepRows, type CheckedDraft } from './step-rows.tsx'
import { StepPage, TakeAlongForm, type Place } from './step-page.tsx'

type Props = {
  page: PageContext
  place: Place
  draft: CheckedDraft
  /** Another device changed it after it was read here. */
  isChanged: boolean
}

export const CheckPage = ({ page, place, draft, isChanged }: Props) => {
  const { lang } = page
  const change = (step: Step, what: string) => [
    { href: paths.askStep(lang, step, { from: 'check' }), text: t.change[lang], hiddenText: what },
  ]
  const section = (step: Step, title: string, rows: readonly SummaryRow[]) => (
    <SummaryList rows={rows} card={{ title, actions: change(step, title) }} />
  )
  const row = (step: Step, key: string, value: Content): SummaryRow => ({ key, value, actions: change(step, key) })
  const isAsking = place.asked.includes('questions')
  return (
    <StepPage page={page} place={{ ...place, cameFromCheck: false }} title={t.checkTitle}>
      {isChanged && (
        <NotificationBanner role="alert">
          <p class="govuk-body">{resumeTexts.changedSinceCheck[lang]}</p>
        </NotificationBanner>
      )}
      {section('who', askTexts.whoTitle[lang], stepRows('who', draft, lang))}
      <SummaryList
        card={{ title: t.appeal[lang] }}
        rows={[
          row('who', t.kind[lang], kindNames[draft.kind][lang]),
          row('topic', t.topic[lang], draft.topic),
          row('words', wordsHeadings[draft.kind].title[lang], <Lines text={draft.message} />),
          ...(draft.ownPhone === undefined ? [] : [row('words', askTexts.ownPhone[lang], draft.ownPhone)]),
          row('files', questionTexts.filesTitle[lang], filesOrNone(page, draft.files)),
        ]}
      />
      {isAsking && section('questions', t.asked[lang], stepRows('questions', draft, lang))}
      {section('contact', t.reach[lang], stepRows('contact', draft, lang))}
      <Warnings lang={lang} contact={draft.contact} />
      <Form page={page} action={paths.askSend(lang)}>
        <input type="hidden" name="draft" value={draft.draftId} />
        {place.seen !== undefined && <input type="hidden" name="seen" value={place.seen} />}
        <Button preventDoubleClick>{t.send[lang]}</Button>
      </Form>
      <TakeAlongForm page={page} place={place} />
    </StepPage>
  )
}

const filesOrNone = (page: PageContext, files: CheckedDraft['files']): Content =>
  files.length === 0 ? (
    t.none[page.lang]
  ) : (
    <FileList page={page} items={files.map((file) => shownFile(file, page.lang, 'check'))} />
  )

const Warnings = ({ lang, contact }: { lang: Lang; contact: CheckedDraft['contact'] }) => {
  const isAnonymous = contact.email === undefined && contact.phone === undefined
  return (
    <>
      {contact.pin?.isUnusual === true && <InsetText>{t.pinUnusual[lang]}</InsetText>}
      {mayUse(contact.way, 'phone') && !mayUse(contact.way, 'email') && <InsetText>{t.phoneOnly[lang]}</InsetText>}
      {isAnonymous && <WarningText>{t.anonymousWarning[lang]}</WarningText>}
      <p class="govuk-body">{t.beforeSending[lang]}</p>
    </>
  )
}

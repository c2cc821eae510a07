import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { questionTexts } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, InsetText, SummaryList, type Content, type SummaryRow, WarningText } from '#src/ui/index.ts'
import { maskPin } from '#src/modules/people/rules.ts'
import { mayUse, type Way } from '#src/modules/intake/rules/reach.ts'
import type { Step } from '#src/modules/intake/rules/steps.ts'
import { kindNames, wordsHeadings } from './words-heading.ts'
import { wayEffects } from './way-words.ts'
import { StepPage, type Place } from './step-page.tsx'

/** Everything in the page's language, ready to be read. */
export type CheckedDraft = {
  readonly draftId: string
  /** Words of the catalogue. */
  readonly pinName: string
  readonly safeContactWords: string
  readonly kind: AppealKind
  readonly who: readonly { readonly question: string; readonly answer: string }[]
  readonly topic: string
  readonly message: string
  /** In words; undefined where it was not asked, or not answered. */
  readonly ownPhone: string | undefined
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly files: readonly string[]
  readonly contact: {
    readonly email: string | undefined
    readonly phone: string | undefined
    readonly name: string | undefined
    readonly pin: { readonly value: string; readonly isUnusual: boolean } | undefined
    readonly way: Way | undefined
    readonly wayInWords: string | undefined
    readonly wantsProtection: boolean
  }
}

type Props = { page: PageContext; place: Place; draft: CheckedDraft }

export const CheckPage = ({ page, place, draft }: Props) => {
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
      {section('who', askTexts.whoTitle[lang], rowsOf(draft.who))}
      <SummaryList
        card={{ title: t.appeal[lang] }}
        rows={[
          row('who', t.kind[lang], kindNames[draft.kind][lang]),
          row('topic', t.topic[lang], draft.topic),
          row('words', wordsHeadings[draft.kind].title[lang], <Lines text={draft.message} />),
          ...(draft.ownPhone === undefined ? [] : [row('words', askTexts.ownPhone[lang], draft.ownPhone)]),
          row('files', questionTexts.filesTitle[lang], listOrNone(draft.files, lang)),
        ]}
      />
      {isAsking && section('questions', t.asked[lang], answersOrNone(draft, lang))}
      {section('contact', t.reach[lang], contactRows(draft, lang))}
      <Warnings lang={lang} contact={draft.contact} />
      <Form page={page} action={paths.askSend(lang)}>
        <input type="hidden" name="draft" value={draft.draftId} />
        <Button preventDoubleClick>{t.send[lang]}</Button>
      </Form>
    </StepPage>
  )
}

const rowsOf = (pairs: CheckedDraft['answers']): SummaryRow[] =>
  pairs.map(({ question, answer }) => ({ key: question, value: <Lines text={answer} /> }))

const answersOrNone = ({ answers }: CheckedDraft, lang: Lang): SummaryRow[] =>
  answers.length > 0 ? rowsOf(answers) : [{ key: t.asked[lang], value: t.none[lang] }]

const listOrNone = (names: readonly string[], lang: Lang): Content =>
  names.length === 0 ? (
    t.none[lang]
  ) : (
    <ul class="govuk-list">
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  )

function contactRows({ contact, pinName, safeContactWords }: CheckedDraft, lang: Lang) {
  const { email, phone, name, pin, way, wayInWords, wantsProtection } = contact
  const given = (key: { [L in Lang]: string }, value: string | undefined) =>
    value === undefined ? [] : [{ key: key[lang], value }]
  const ways = [...given(t.email, email), ...given(t.phone, phone)]
  const rows: SummaryRow[] = [
    ...(ways.length > 0 ? ways : [{ key: t.reach[lang], value: t.anonymous[lang] }]),
    ...(way && wayInWords !== undefined
      ? [{ key: safeContactWords, value: <Lines text={`${wayInWords}\n${wayEffects[way][lang]}`} /> }]
      : []),
    ...given(t.name, name),
    ...(pin ? [{ key: pinName, value: maskPin(pin.value) }] : []),
    ...(wantsProtection ? [{ key: t.protection[lang], value: t.protectionWish[lang] }] : []),
  ]
  return rows
}

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

/** What was typed keeps its lines. */
const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import type { Way } from '#src/modules/intake/rules/reach.ts'
import type { TypedStep } from '#src/modules/intake/rules/steps.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { maskPin } from '#src/modules/people/rules.ts'
import type { SummaryRow } from '#src/ui/index.ts'
import { wayEffects } from './way-words.ts'
import { wordsHeadings } from './words-heading.ts'

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
  readonly files: readonly FileEntry[]
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

/** What was typed on one screen, read back. */
export function stepRows(step: TypedStep, draft: CheckedDraft, lang: Lang): SummaryRow[] {
  switch (step) {
    case 'who':
      return rowsOf(draft.who)
    case 'topic':
      return [{ key: t.topic[lang], value: draft.topic }]
    case 'words':
      return [
        { key: wordsHeadings[draft.kind].title[lang], value: <Lines text={draft.message} /> },
        ...(draft.ownPhone === undefined ? [] : [{ key: askTexts.ownPhone[lang], value: draft.ownPhone }]),
      ]
    case 'questions':
      return answersOrNone(draft, lang)
    case 'contact':
      return contactRows(draft, lang)
  }
}

const rowsOf = (pairs: CheckedDraft['answers']): SummaryRow[] =>
  pairs.map(({ question, answer }) => ({ key: question, value: <Lines text={answer} /> }))

const answersOrNone = ({ answers }: CheckedDraft, lang: Lang): SummaryRow[] =>
  answers.length > 0 ? rowsOf(answers) : [{ key: t.asked[lang], value: t.none[lang] }]

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

/** What was typed keeps its lines. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

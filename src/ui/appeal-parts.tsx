import type { Content } from './content.ts'
import { classes } from './content.ts'
import { Panel } from './callouts.tsx'

/** A number or code: digits of one width, never broken across lines. */
export const Code = (props: { children?: Content; isLarge?: boolean | undefined }) => (
  <span class={classes('mek-code', props.isLarge && 'mek-code--large')}>{props.children}</span>
)

/** A long mark to be compared, not typed: in two halves, so that it breaks in the middle on a phone. */
export const RecordMark = ({ label, mark, whatFor }: { label: string; mark: string; whatFor: string }) => {
  const groups = mark.split(' ')
  const half = Math.ceil(groups.length / 2)
  return (
    <p class="govuk-body-s">
      {label}: <Code>{groups.slice(0, half).join(' ')}</Code> <Code>{groups.slice(half).join(' ')}</Code>
      <br />
      {whatFor}
    </p>
  )
}

export type ReceiptPanelProps = {
  title: Content
  numberLabel: string
  number: string
  headingLevel?: 1 | 2 | undefined
}

/** The green panel on top of a receipt. */
export const ReceiptPanel = (props: ReceiptPanelProps) => (
  <Panel title={props.title} headingLevel={props.headingLevel}>
    {props.numberLabel}
    <br />
    <Code isLarge>{props.number}</Code>
  </Panel>
)

export type SecretWordsProps = {
  words: readonly string[]
  /** The language of the words, when not the page's. */
  lang?: string | undefined
}

/** The secret words, each in a dashed box to be copied by hand. An ordered list: their order counts. */
export const SecretWords = ({ words, lang }: SecretWordsProps) => (
  <ol class="mek-words" lang={lang} translate={false}>
    {words.map((word) => (
      <li class="mek-words__word">{word}</li>
    ))}
  </ol>
)

export type ClockBoxProps = {
  title: Content
  /** `waiting` and `due` are amber, `late` crimson, `calm` plain. The title must say it in words. */
  tone?: 'calm' | 'waiting' | 'due' | 'late' | undefined
  headingLevel?: 2 | 3 | undefined
  /** Put a `Details` with the counting inside. */
  children?: Content
}

/** One running term: until when, and how that was counted. */
export const ClockBox = ({ title, tone = 'calm', headingLevel = 2, children }: ClockBoxProps) => {
  const Title = `h${headingLevel}` as const
  return (
    <section class={`mek-clock mek-clock--${tone}`}>
      <Title class="mek-clock__title">{title}</Title>
      {children}
    </section>
  )
}

export type CountedDay = { day: string; note?: string | undefined; isCounted: boolean }

/** The counting of a term, day by day: counted days carry their number, the others why they do not count. */
export const CountedDays = ({ days }: { days: readonly CountedDay[] }) => {
  let count = 0
  return (
    <ol class="mek-days">
      {days.map((day) => (
        <li class={day.isCounted ? 'mek-days__day mek-days__day--counted' : 'mek-days__day'}>
          <span>{day.day}</span>
          <span class="mek-days__note">{day.isCounted ? ++count : day.note}</span>
        </li>
      ))}
    </ol>
  )
}

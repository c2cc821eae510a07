import type { IsoDay } from '#src/kernel/iso-day.ts'
import type { CountedStep } from '#src/kernel/counting.ts'
import { countingInWords, extensionInWords } from '#src/language/counting.ts'
import { usePageLang } from './page-lang.tsx'

type Props = {
  steps: readonly CountedStep[]
  /** Added by an extension after all steps. */
  extension?: { readonly from: IsoDay; readonly to: IsoDay; readonly due: IsoDay } | undefined
  /** The reader's day: other years than its own are named. */ today: IsoDay
}

/** The arithmetic of a deadline, line by line: which days counted, which did not and why, and the running total. */
export const Counting = ({ steps, extension, today }: Props) => (
  <ol class="mek-counting">
    {countingInWords(steps, usePageLang(), today).map(({ days, says, isCounted }) => (
      <li class={isCounted ? 'mek-counting__step mek-counting__step--counted' : 'mek-counting__step'}>
        <span class="mek-counting__days">{days}</span> <span>{says}</span>
      </li>
    ))}
    {extension && (
      <li class="mek-counting__step mek-counting__step--counted">
        <span>{extensionInWords(extension, today)[usePageLang()]}</span>
      </li>
    )}
  </ol>
)

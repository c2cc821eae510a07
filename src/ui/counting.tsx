import type { CountedStep } from '#src/kernel/counting.ts'
import { countingInWords } from '#src/language/counting.ts'
import { usePageLang } from './page-lang.tsx'

/** The arithmetic of a deadline, line by line: which days counted, which did not and why, and the running total. */
export const Counting = ({ steps }: { steps: readonly CountedStep[] }) => (
  <ol class="mek-counting">
    {countingInWords(steps, usePageLang()).map(({ days, says, isCounted }) => (
      <li class={isCounted ? 'mek-counting__step mek-counting__step--counted' : 'mek-counting__step'}>
        <span class="mek-counting__days">{days}</span> <span>{says}</span>
      </li>
    ))}
  </ol>
)

import { introduceAccounts } from '#src/app/greeting.ts'
import { fillWithAppeals, type Progress } from '#src/app/rehearsal/fill.ts'
import { tidy } from '#src/platform/database/tidy.ts'
import type { Command } from './command.ts'
import { needed } from './command.ts'
import { PROGRESS } from './terminal.ts'

export const rehearse: Command = {
  name: 'rehearse',
  usage: '--appeals N [--seed N]',
  says: 'Fills a rehearsal database with N more made-up appeals in all states and three languages.',
  options: { appeals: 'text', seed: 'text' },
  runs: 'portal',
  async run({ deps, database }, given, say) {
    const count = wholeNumber('appeals', needed(given, 'appeals'), 1, 1_000_000)
    const seed = wholeNumber('seed', String(given.options['seed'] ?? '1'), 0, 2 ** 31)
    // Made-up operators have done what was done to made-up appeals.
    if (deps.config.mode === 'rehearsal') await introduceAccounts(deps, say)
    const { perSecond } = await fillWithAppeals(deps, { count, seed }, (progress) =>
      say(`${PROGRESS}${barOf(progress)}`),
    )
    // Fresh tables have no counts: the first queue would be read the slow way.
    await tidy(database)
    say(
      `${count} made-up appeals, ${Math.round(perSecond)} a second. They open with no number and words: none of them has any.`,
    )
    return 0
  },
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new Error(`--${name} must be a whole number from ${least} to ${most}.`)
}

const WIDTH = 30

function barOf({ done, of, perSecond }: Progress): string {
  const full = Math.round((done / of) * WIDTH)
  const left = Math.ceil((of - done) / perSecond)
  const remaining = left >= 60 ? `${Math.floor(left / 60)} min ${left % 60} s` : `${left} s`
  const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
  return `${bar} ${done} of ${of}, ${Math.round(perSecond)} a second, ${remaining} left`
}

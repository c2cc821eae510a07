import { groups, type Gap } from '#src/app/ready/gap.ts'
import { factGaps } from '#src/app/ready/fact-gaps.ts'
import { lawGaps } from '#src/app/ready/law-gaps.ts'
import { machineGaps, proofGaps } from '#src/app/ready/machine-gaps.ts'
import { peopleGaps } from '#src/app/ready/people-gaps.ts'
import { getCalendar } from '#src/modules/calendars/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import type { Command, PortalContext, Say } from './command.ts'

export const ready: Command = {
  name: 'ready',
  usage: '',
  says: 'Lists what is missing before people may come, what to do and where. Ends with 1 while something must be done.',
  runs: 'portal',
  async run(context, _given, say) {
    const gaps = await findGaps(context)
    for (const group of groups) sayGroup(group, gaps, say)
    const blocking = gaps.filter(({ isBlocking }) => isBlocking).length
    say(
      blocking > 0
        ? `Not ready: ${blocking} must be done, ${gaps.length - blocking} are advised.`
        : `Ready to open. ${gaps.length} are advised.`,
    )
    return blocking > 0 ? 1 : 0
  },
}

/** Everything that is missing, by what the portal holds now. */
async function findGaps({ deps, database }: PortalContext): Promise<Gap[]> {
  const data = catalogue()
  const now = deps.clock.now()
  return [
    ...machineGaps(deps.config, database, now),
    ...proofGaps(deps.keys),
    ...(await peopleGaps(deps)),
    ...factGaps(data),
    ...lawGaps(data, await getCalendar(deps.db, data.holidays.country), now),
  ]
}

function sayGroup(group: Gap['group'], all: readonly Gap[], say: Say): void {
  const gaps = all.filter((gap) => gap.group === group)
  if (gaps.length === 0) return
  say(group)
  // What must be done stands first.
  for (const { isBlocking, what, remedy } of gaps.toSorted((one, other) => +other.isBlocking - +one.isBlocking)) {
    say(`  ${isBlocking ? 'must  ' : 'should'}  ${what}`)
    say(`          → ${remedy}`)
  }
  say('')
}

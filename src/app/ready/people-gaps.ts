import { may } from '#src/kernel/roles.ts'
import { isMailbox } from '#src/modules/notices/rules.ts'
import { listDutyEntries, listDutyGaps, listPeople, listTeamMembers, listTeams } from '#src/modules/staff/index.ts'
import { dutyGapTexts } from '#src/modules/staff/texts/duty.ts'
import { paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { gapsIn, some, type Gap } from './gap.ts'

const { must, should } = gapsIn('People who work here')
const REHEARSAL = '@rehearsal.example'

/** Accounts, teams and the duty list: who is missing. */
export async function peopleGaps(deps: Pick<AppDeps, 'db' | 'keys'>): Promise<Gap[]> {
  return [...(await accountGaps(deps)), ...(await teamGaps(deps)), ...(await dutyGaps(deps))]
}

async function accountGaps(deps: Pick<AppDeps, 'db' | 'keys'>): Promise<Gap[]> {
  const people = (await listPeople(deps)).filter(({ state }) => state !== 'disabled')
  const rehearsal = people.filter(({ email }) => email.endsWith(REHEARSAL)).map(({ email }) => email)
  const active = people.filter(({ state, email }) => state === 'active' && !email.endsWith(REHEARSAL))
  const countOf = (role: string) => active.filter((one) => one.role === role).length
  const remedy = `Invite one at ${paths.staffPeople()}.`
  return [
    ...must(rehearsal.length > 0, () => ({
      what: `Made-up accounts of the rehearsal can sign in (${some(rehearsal)}).`,
      remedy: `Begin with an empty database, or disable them at ${paths.staffPeople()}.`,
    })),
    ...must(countOf('administrator') === 0, () => ({
      what: 'There is no administrator who has set a password.',
      remedy: 'Run: mekendesh staff add --email … --name … --role administrator',
    })),
    ...should(countOf('administrator') === 1, () => ({
      what: 'There is one administrator only: who loses telephone and codes locks the service out.',
      remedy,
    })),
    ...should(countOf('supervisor') === 0, () => ({
      what: 'There is no supervisor, who is told when nobody takes a critical appeal.',
      remedy,
    })),
  ]
}

async function teamGaps({ db }: Pick<AppDeps, 'db'>): Promise<Gap[]> {
  const empty: { id: string; kind: string }[] = []
  for (const team of await listTeams(db)) {
    const members = await listTeamMembers(db, team.id)
    const isManned = members.some(({ state, role }) => state === 'active' && may(role, 'appealsWork'))
    if (team.isActive && !isManned) empty.push(team)
  }
  const ordinary = empty.filter(({ kind }) => kind === 'ordinary').map(({ id }) => id)
  const protection = empty.filter(({ kind }) => kind === 'protection').map(({ id }) => id)
  return [
    ...must(protection.length > 0, () => ({
      what: `Nobody works in the protection team (${protection.join(', ')}): protected appeals would be read by no one.`,
      remedy: 'Invite a supervisor; once the sign-in is set up run: mekendesh staff protect --email …',
    })),
    ...must(ordinary.length > 0, () => ({
      what: `Teams in which nobody works (${some(ordinary)}).`,
      remedy: `Add members or close them at ${paths.staffTeams()}.`,
    })),
  ]
}

async function dutyGaps(deps: Pick<AppDeps, 'db' | 'keys'>): Promise<Gap[]> {
  const duty = await listDutyEntries(deps)
  const reached = duty.filter(({ isTold, email }) => isTold && isMailbox(email) && !email.endsWith(REHEARSAL))
  const remedy = `Change it at ${paths.staffDuty()}.`
  const gaps = await listDutyGaps(deps)
  // That nobody works in the protection team is said of the teams already.
  const said = gaps.filter((gap) => gap !== 'noProtectors')
  return [
    ...said.flatMap((gap) =>
      (gap === 'noProtectorOnDuty' ? should : must)(true, () => ({ what: dutyGapTexts[gap].en, remedy })),
    ),
    ...must(!gaps.includes('nobodyTold') && !gaps.includes('onlySupervisorsTold') && reached.length === 0, () => ({
      what: 'Nobody on duty has an address that takes letters.',
      remedy,
    })),
  ]
}

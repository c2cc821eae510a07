import { sql } from 'kysely'
import type { Role } from '#src/kernel/roles.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { aPhoto, keyIn, personOn } from '#test/support/person.ts'
import type { Cookies, TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'

/** Appeals of the world: in which team, for whose eyes. The model in model.ts speaks of them by these names. */
export const things = ['inIntake', 'inConsultations', 'assigned', 'protected', 'nowhere'] as const
export type Thing = (typeof things)[number]

/** An appeal as an attacker may name it, and the words that only its readers may ever see. */
export type Target = {
  readonly appealId: string
  readonly fileId: string
  readonly secrets: readonly string[]
  readonly number: string
}

const accounts = {
  operatorOfIntake: ['operator', [INTAKE_TEAM]],
  operatorElsewhere: ['operator', [CONSULTATIONS_TEAM]],
  lawyer: ['lawyer', [CONSULTATIONS_TEAM]],
  teamless: ['operator', []],
  supervisor: ['supervisor', []],
  protector: ['operator', [PROTECTION_TEAM]],
  leadingProtector: ['supervisor', [PROTECTION_TEAM]],
  administrator: ['administrator', []],
  auditor: ['auditor', []],
  editor: ['editor', []],
  translator: ['translator', []],
  bodyOfficer: ['bodyOfficer', []],
  diasporaHelper: ['diasporaHelper', []],
  head: ['head', []],
  disabled: ['supervisor', [INTAKE_TEAM, PROTECTION_TEAM]],
} as const satisfies Record<string, readonly [Role, readonly string[]]>
type Account = keyof typeof accounts

const persons = ['personOfIntake', 'personOfConsultations', 'personProtected', 'personAway'] as const
type Person = (typeof persons)[number]

export type VisitorName = 'nobody' | Person | Account
// Object.keys gives exactly the table's names.
const accountNames = Object.keys(accounts) as Account[]
export const visitorNames: readonly VisitorName[] = ['nobody', ...persons, ...accountNames]

export type World = {
  readonly targets: Readonly<Record<Thing, Target>>
  /** An account that may be changed, disabled and reset by who has the right. */
  readonly victimId: string
  cookiesFor(visitor: VisitorName): Promise<Cookies>
}

/** Two ordinary appeals in two teams, one given to an operator of the other team, a protected one; all with a file. */
export async function makeWorld(portal: TestPortal): Promise<World> {
  const ids = new Map<Account, string>()
  for (const name of accountNames) {
    const [role, teams] = accounts[name]
    ids.set(name, (await makeStaff(portal.deps, role, { teams })).id)
  }
  const idOf = (name: Account) => ids.get(name) ?? ''
  const inIntake = await anAppealOf(portal, 'alpha', false)
  const inConsultations = await anAppealOf(portal, 'bravo', false)
  const assigned = await anAppealOf(portal, 'charlie', false)
  const hidden = await anAppealOf(portal, 'delta', true)
  const away = await anAppealOf(portal, 'echo', false)
  await settle(portal, inIntake.appealId, INTAKE_TEAM, null)
  await settle(portal, inConsultations.appealId, CONSULTATIONS_TEAM, null)
  await settle(portal, assigned.appealId, INTAKE_TEAM, idOf('operatorElsewhere'))
  await settle(portal, away.appealId, INTAKE_TEAM, null)

  const kept: Record<Person, Cookies> = {
    personOfIntake: inIntake.cookies,
    personOfConsultations: inConsultations.cookies,
    personProtected: hidden.cookies,
    personAway: away.cookies,
  }
  await portal.db.deleteFrom('person_sessions').where('appeal_id', '=', away.appealId).execute()
  const sessions = new Map<Account, Cookies>()
  for (const [name, id] of ids) sessions.set(name, await cookiesOf(portal.deps, id))
  // After signing in: the session is still there, the account is not.
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', idOf('disabled')).execute()

  // As long as the others, so that not even the length of a page tells them apart.
  const nowhere: Target = { appealId: '9', fileId: 'A'.repeat(22), secrets: [], number: 'KG-26-0000000-0' }
  return {
    targets: { inIntake, inConsultations, assigned, protected: hidden, nowhere },
    victimId: (await makeStaff(portal.deps, 'operator', { name: 'Victim' })).id,
    async cookiesFor(visitor) {
      if (visitor === 'nobody') return {}
      const person = persons.find((one) => one === visitor)
      if (person) return kept[person]
      return sessions.get(visitor as Account) ?? {} // neither nobody nor a person
    },
  }
}

async function anAppealOf(portal: TestPortal, mark: string, wantsProtection: boolean) {
  const person = personOn(portal)
  const words = { message: `Secret-${mark}-words of the appeal`, city: `Secret-${mark}-city` }
  const email = { kind: 'email', value: `secret-${mark}@example.org` } as const
  const name = `Secret-${mark}-name`
  const { receipt, cookies } = await person.opened({
    ...words,
    wantsProtection,
    person: { name, contacts: [email], isSafe: 'yes' },
  })
  const key = keyIn((await person.view(cookies)).body)
  await person.write(
    cookies,
    { key, text: `Secret-${mark}-reply`, act: 'send' },
    await aPhoto(`Secret-${mark}-file.jpg`),
  )
  const fileId = /\/appeal\/files\/([\w-]{22})/.exec((await person.view(cookies)).body)?.[1]
  if (fileId === undefined) throw new Error('The photo did not arrive.')
  return {
    appealId: receipt.appealId,
    number: receipt.number,
    fileId,
    cookies,
    secrets: [`ecret-${mark}-`, receipt.number],
  }
}

async function settle({ db }: TestPortal, appealId: string, team: string, assignee: string | null) {
  await sql`update appeals set team_id = ${team}, assignee_id = ${assignee} where id = ${appealId}`.execute(db)
}

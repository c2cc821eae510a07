import { rightsOf, type Role } from '#src/kernel/roles.ts'
import type { PersonVisitor, StaffVisitor } from '#src/kernel/visitor.ts'
import { openAppeal, type OpenAppealInput, type Receipt } from '#src/modules/appeals/index.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { makeStaff } from './staff.ts'

/** What a person in Moscow might send about unpaid wages, where a test names nothing else. */
export const anInput = (deps: Pick<AppDeps, 'random'>, named: Partial<OpenAppealInput> = {}): OpenAppealInput => ({
  formKey: deps.random.bytes(16),
  kind: 'problem-report',
  topicId: 'contract-conditions',
  lang: 'ru',
  message: 'Мне три месяца не платят.',
  answers: {},
  country: 'RU',
  city: 'Москва',
  citizenship: 'KG',
  asWho: 'citizen',
  onBehalf: false,
  inDanger: false,
  wantsProtection: false,
  person: { contacts: [], isSafe: 'none' },
  channel: 'web',
  ...named,
})

/** Opens an appeal, and fills in what the test does not name. */
export async function anAppeal(deps: AppDeps, named: Partial<OpenAppealInput> = {}): Promise<Receipt> {
  const opened = await openAppeal(deps, anInput(deps, named))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}

/** An account with its visitor, for calling verbs directly. Without `teams` a role that reads appeals sits in the ordinary ones. */
export async function aStaffVisitor(
  deps: AppDeps,
  role: Role,
  { teams }: { readonly teams?: readonly string[] } = {},
): Promise<StaffVisitor> {
  const reads = rightsOf[role].some((right) => right === 'appealsRead')
  const teamIds = teams ?? (reads ? [INTAKE_TEAM, CONSULTATIONS_TEAM] : [])
  const { id } = await makeStaff(deps, role, { teams: teamIds })
  const isProtector = teamIds.includes(PROTECTION_TEAM)
  return {
    kind: 'staff',
    id,
    name: `Test ${role}`,
    role,
    lang: 'ru',
    teamIds,
    isProtector,
    hasKeys: true,
    sessionId: '1',
  }
}

/** Who has proved the secret of this appeal. */
export const aPerson = (appealId: string, clock: AppDeps['clock']): PersonVisitor => ({
  kind: 'person',
  appealId,
  sessionId: '1',
  expiresAt: new Date(clock.now().getTime() + 30 * 60_000),
})

import { done, refused } from '#src/kernel/outcome.ts'
import { may } from '#src/kernel/roles.ts'
import { holdRights, holdTeam, listTeamMembers } from '#src/modules/staff/index.ts'
import { promisesAt } from '#src/modules/appeals/count-clocks.ts'
import { markRegistered } from '#src/modules/appeals/rules/clocks.ts'
import type { Acted } from '#src/modules/appeals/rules/events.ts'
import { MESSAGE_LIMIT, REASON_LIMIT } from '#src/modules/appeals/rules/states.ts'
import type { AppealChange } from '#src/modules/appeals/store/appeals.ts'
import { act, type ActDeps, type Found, type StaffAct, type Step, type UsualRefusal } from './act.ts'
import { mayHold } from './release.ts'

/** The legal act: the term for the answer begins. */
export const registerAppeal = (deps: ActDeps, input: StaffAct): Promise<Acted<UsualRefusal>> =>
  act(deps, input, 'register', (found) => {
    const { clocks, change } = registration(found)
    const state = found.appeal.assignee_id === null ? 'registered' : 'underReview'
    return done({ steps: [{ what: 'registered' }], clocks, change: { ...change, state } })
  })

/** What registering changes, for acts that register on the way what nobody had registered. */
export function registration({ appeal, clocks, calendar, now }: Found) {
  if (appeal.registered_at !== null) return { steps: [], clocks, change: {} }
  const registered: Step[] = [{ what: 'registered' }]
  const change: AppealChange = { registered_at: now }
  return { steps: registered, clocks: markRegistered(clocks, promisesAt(calendar, appeal.urgency, now), now), change }
}

/** The visitor becomes the one who has it, unless their rights went while the request was on its way. */
export const takeAppeal = (deps: ActDeps, input: StaffAct): Promise<Acted<UsualRefusal>> =>
  act(deps, input, 'take', async ({ db, appeal }) => {
    if (!(await mayHold({ ...deps, db }, input.by.id, appeal))) return refused('notThere')
    return done({
      steps: [{ what: 'taken', details: { staffId: input.by.id, from: appeal.assignee_id } }],
      change: {
        assignee_id: input.by.id,
        unread_since: null,
        ...(appeal.state === 'registered' ? { state: 'underReview' } : {}),
      },
    })
  })

/** Gives it to a member of its team; without `staffId` nobody has it. */
export const assignAppeal = (
  deps: ActDeps,
  input: StaffAct & { readonly staffId?: string | undefined },
): Promise<Acted<UsualRefusal | 'assigneeUnfit'>> =>
  act(deps, input, 'assign', async ({ db, appeal }) => {
    const { staffId } = input
    if (staffId !== undefined) {
      await holdRights(db, staffId)
      const members = await listTeamMembers(db, appeal.team_id)
      const member = members.find((one) => one.staffId === staffId)
      if (member?.state !== 'active' || !may(member.role, 'appealsWork')) return refused('assigneeUnfit')
    }
    const isBegun = staffId !== undefined && appeal.state === 'registered'
    return done({
      steps: [{ what: 'assigned', details: { staffId: staffId ?? null, from: appeal.assignee_id } }],
      change: { assignee_id: staffId ?? null, ...(isBegun ? { state: 'underReview' } : {}) },
    })
  })

/** Another team has it from now on, and nobody in it yet. Protected ones stay among protection teams. */
export const handToTeam = (
  deps: ActDeps,
  input: StaffAct & { readonly teamId: string; readonly reason?: string | undefined },
): Promise<Acted<UsualRefusal | 'teamUnfit' | 'textTooLong'>> =>
  act(deps, input, 'handToTeam', async ({ db, appeal }) => {
    const { teamId, reason } = input
    if (reason !== undefined && reason.length > REASON_LIMIT) return refused('textTooLong')
    const team = await holdTeam(db, teamId)
    const isFit = team?.isActive === true && (appeal.level === 'ordinary' || team.kind === 'protection')
    if (!isFit || teamId === appeal.team_id) return refused('teamUnfit')
    return done({
      steps: [{ what: 'handed', details: { teamId, from: appeal.team_id }, words: reason?.trim() || undefined }],
      change: { team_id: teamId, assignee_id: null, routing_flagged: false },
    })
  })

/** Words among staff, never shown to the person. `hasCalled`: the person was phoned, the call-back task is done. */
export const addNote = (
  deps: ActDeps,
  input: StaffAct & { readonly text: string; readonly hasCalled?: boolean | undefined },
): Promise<Acted<UsualRefusal | 'textEmpty' | 'textTooLong'>> =>
  act(deps, input, 'note', () => {
    const text = input.text.trim()
    if (text === '') return refused('textEmpty')
    if (text.length > MESSAGE_LIMIT) return refused('textTooLong')
    return done({
      steps: [{ what: 'noted', details: input.hasCalled ? { hasCalled: true } : {} }],
      message: { kind: 'note', text, lang: input.by.lang },
      change: { unread_since: null, ...(input.hasCalled ? { call_since: null } : {}) },
    })
  })

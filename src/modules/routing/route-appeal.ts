import type { Lang } from '#src/kernel/lang.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import { INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { chooseTeam, routingCountry, suggestBody } from './rules.ts'
import { listBodyChoices, listTeamChoices } from './store.ts'

export type RouteInput = {
  readonly topicId: string
  /** ISO code of the country where the person concerned is. */
  readonly country: string
  readonly lang: Lang
  readonly isProtected: boolean
  /** Answers to the topic's questions: some topics are routed by one of them, and a chosen mission is kept. */
  readonly answers?: Readonly<Record<string, unknown>>
}

export type Route = {
  readonly teamId: string
  /** A suggestion to the operator: until bodies have their own desks every appeal sits with a team of the service. */
  readonly bodyId: string
  readonly missionId?: string
  /** No row fits: the intake team has to think. */
  readonly isFlagged: boolean
  /** Id of a reason in the catalogue or an OwnReason; in words: routeReason in routing/texts.ts. */
  readonly reason: string
}

/**
 * The team an appeal goes to and the body that is suggested. A protected appeal goes to the protection team only.
 * Never a closed team: where that is the row's, the intake team, flagged. These two can never be closed (staff/rules/team.ts).
 */
export async function routeAppeal(db: ReadDb, input: RouteInput): Promise<Route> {
  const { topicId, lang, isProtected, answers = {} } = input
  const law = catalogue()
  const country = routingCountry(law, topicId, input.country, answers)
  const body = suggestBody(law, await listBodyChoices(db, topicId), country, answers)
  const fit = (await listTeams(db)).filter((team) => team.isActive && team.kind === 'ordinary')
  const active = new Set(fit.map(({ id }) => id))
  const team = chooseTeam(await listTeamChoices(db, lang), law.topic(topicId)?.group, active)
  const isFlagged = body.isFlagged || (team.isFlagged && !isProtected)
  const teamId = isProtected ? PROTECTION_TEAM : isFlagged ? INTAKE_TEAM : team.teamId
  const { bodyId, missionId, reason } = body
  return { teamId, bodyId, ...(missionId === undefined ? {} : { missionId }), isFlagged, reason }
}

import type { Lang } from '#src/kernel/lang.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { INTAKE_TEAM } from '#src/modules/staff/rules/team.ts'

/** Every country, or every group of topics. A row that names one wins over it. */
export const ANY = '*'

/** A topic's row. `bodyId` null: taken out by staff, as if it were not there. */
export type BodyChoice = { readonly country: string; readonly bodyId: string | null; readonly reasonId: string | null }
export type TeamChoice = { readonly topicGroup: string; readonly teamId: string }

/** Why a body is suggested, where it is no reason of the catalogue. */
export type OwnReason = 'changedByStaff' | 'noRow' | 'noMission'

export type BodySuggestion = {
  readonly bodyId: string
  /** The mission that stands for the generic body `mission` here. */
  readonly missionId: string | undefined
  /** No row fits: somebody has to think. */
  readonly isFlagged: boolean
  /** Id of a reason in the catalogue, or an `OwnReason`. */
  readonly reason: string
}

type Answers = Readonly<Record<string, unknown>>

/** The body a topic goes to from a country: the row of the exact country, else `*`, else the fallback, flagged. */
export function suggestBody(
  catalogue: Catalogue,
  choices: readonly BodyChoice[],
  country: string,
  answers: Answers = {},
): BodySuggestion {
  const row = choiceFor(choices, country)
  if (!row || row.bodyId === null || !catalogue.body(row.bodyId)) {
    return {
      bodyId: catalogue.fallbackBody,
      missionId: undefined,
      isFlagged: true,
      reason: 'noRow' satisfies OwnReason,
    }
  }
  const reason = row.reasonId ?? ('changedByStaff' satisfies OwnReason)
  return resolveBody(catalogue, row.bodyId, country, answers, reason)
}

function choiceFor(choices: readonly BodyChoice[], country: string): BodyChoice | undefined {
  const given = choices.filter(({ bodyId }) => bodyId !== null)
  return given.find((one) => one.country === country) ?? given.find((one) => one.country === ANY)
}

// Generic bodies stand for another one. The lists of host bodies by country are not filled, so those go to the mission.
function resolveBody(
  catalogue: Catalogue,
  bodyId: string,
  country: string,
  answers: Answers,
  reason: string,
): BodySuggestion {
  const resolution = catalogue.body(bodyId)?.resolvesTo
  if (!resolution) return { bodyId, missionId: undefined, isFlagged: false, reason }
  if (resolution.to === 'hostBody') {
    return resolution.else === bodyId
      ? { bodyId, missionId: undefined, isFlagged: false, reason }
      : resolveBody(catalogue, resolution.else, country, answers, reason)
  }
  const missionId = chosenMission(catalogue, answers) ?? missionFor(catalogue, country)
  return missionId === undefined
    ? { bodyId: resolution.else, missionId: undefined, isFlagged: false, reason: 'noMission' satisfies OwnReason }
    : { bodyId, missionId, isFlagged: false, reason }
}

/** The mission that serves a country: its first open one, else the one in another country that covers it. */
export function missionFor(catalogue: Catalogue, iso: string): string | undefined {
  const country = catalogue.country(iso)
  const own = country?.kgMissions.find(({ status }) => status === 'open')
  const covering = catalogue.mission(country?.coveredBy?.mission ?? '')
  return own?.id ?? (covering?.status === 'open' ? covering.id : undefined)
}

// Whoever said which embassy they can reach goes to that one.
function chosenMission(catalogue: Catalogue, answers: Answers): string | undefined {
  const chosen = Object.entries(answers)
    .filter(([id]) => catalogue.question(id)?.type === 'mission')
    .map(([, value]) => (typeof value === 'string' ? catalogue.mission(value) : undefined))
    .find((mission) => mission?.status === 'open')
  return chosen?.id
}

/** The country a topic is routed by: that of an answer where the catalogue says so and it was given, else where the person is. */
export function routingCountry(catalogue: Catalogue, topicId: string, country: string, answers: Answers = {}): string {
  const answered = answers[catalogue.countryQuestions.get(topicId) ?? '']
  return typeof answered === 'string' && catalogue.country(answered) ? answered : country
}

/** The team for a language: the row of the topic's group, else `*`; where none is left in work, the intake team, flagged. */
export function chooseTeam(
  choices: readonly TeamChoice[],
  topicGroup: string | undefined,
  activeTeams: ReadonlySet<string>,
): { teamId: string; isFlagged: boolean } {
  const inWork = choices.filter(({ teamId }) => activeTeams.has(teamId))
  const row = inWork.find((one) => one.topicGroup === topicGroup) ?? inWork.find((one) => one.topicGroup === ANY)
  return row ? { teamId: row.teamId, isFlagged: false } : { teamId: INTAKE_TEAM, isFlagged: true }
}

/** The team a language starts with in an empty database: one that speaks it, the intake team only when there is no other. */
export function firstTeamFor(
  lang: Lang,
  teams: readonly {
    readonly id: string
    readonly kind: string
    readonly langs: readonly Lang[]
    readonly isActive: boolean
  }[],
): string {
  const able = teams.filter((team) => team.kind === 'ordinary' && team.isActive && team.langs.includes(lang))
  return (able.find(({ id }) => id !== INTAKE_TEAM) ?? { id: INTAKE_TEAM }).id
}

import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may } from '#src/kernel/roles.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { catalogue, type Topic, type UrgencyId } from '#src/modules/catalogue/index.ts'
import { routeAppeal } from '#src/modules/routing/index.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { promisesAt } from '#src/modules/appeals/count-clocks.ts'
import { lowerTargets, raiseTargets } from '#src/modules/appeals/rules/clocks.ts'
import type { Acted } from '#src/modules/appeals/rules/events.ts'
import { REASON_LIMIT } from '#src/modules/appeals/rules/states.ts'
import { isMoreUrgent, judge, levelOf, urgencyRank, type FiredRule } from '#src/modules/appeals/rules/urgency.ts'
import { cityColumns, openAnswers, openVault, sealEverything } from '#src/modules/appeals/seal-words.ts'
import type { AppealChange } from '#src/modules/appeals/store/appeals.ts'
import { listAnswers } from '#src/modules/appeals/store/words.ts'
import {
  act,
  type ActDeps,
  type Found,
  type EitherAct,
  type Plan,
  type StaffAct,
  type Step,
  type UsualRefusal,
} from './act.ts'

type ReasonRefusal = 'reasonMissing' | 'textTooLong'

/**
 * Another topic: the suggested body changes with it, the team stays (handToTeam). The answers given may raise the urgency,
 * never lower it, and a topic that needs protection protects.
 */
export const changeTopic = (
  deps: ActDeps,
  input: StaffAct & { readonly topicId: string; readonly reason: string },
): Promise<Acted<UsualRefusal | ReasonRefusal | 'topicUnknown'>> =>
  act<ReasonRefusal | 'topicUnknown'>(deps, input, 'changeTopic', async (found) => {
    const { appeal } = found
    const reason = readReason(input.reason)
    if (!reason.ok) return reason
    const topic = catalogue().topic(input.topicId)
    // Of a topic that nobody chose, the same one is a choice too.
    if (!topic || (topic.id === appeal.topic_id && appeal.topic_set)) return refused('topicUnknown')

    const judged = await judgeAnew(deps, found, topic)
    const raised = isMoreUrgent(judged.urgency, appeal.urgency) ? raise(found, judged.urgency, judged.fired) : undefined
    const mustProtect =
      appeal.level === 'ordinary' && levelOf(topic, { inDanger: false, wantsProtection: false }) === 'protected'
    const sealing = mustProtect ? protection(deps, found) : undefined
    return done({
      steps: [
        ...(raised ? [raised.step] : []),
        ...(sealing ? [sealing.step] : []),
        {
          what: 'topicChanged',
          details: { topicId: topic.id, from: appeal.topic_set ? appeal.topic_id : null },
          words: reason.value,
        },
      ],
      change: { ...judged.change, ...raised?.change, ...sealing?.change },
      ...raised?.more,
      ...sealing?.more,
    })
  })

async function judgeAnew({ keys }: ActDeps, { db, appeal, now }: Found, topic: Topic) {
  const answers = openAnswers(openVault(keys, appeal), appeal.vault, await listAnswers(db, appeal.id))
  const moment = { now, timeZone: appeal.time_zone, today: dayAt(appeal.time_zone, now) }
  const facts = {
    country: appeal.country,
    citizenship: appeal.citizenship ?? undefined,
    inDanger: appeal.in_danger,
    onBehalf: appeal.on_behalf,
    safeContact: appeal.safe_contact ?? undefined,
  }
  const { urgency, fired } = judge(catalogue(), topic, facts, answers, moment)
  const isProtected = appeal.level === 'protected'
  const { country, lang } = appeal
  const route = await routeAppeal(db, { topicId: topic.id, country, lang, isProtected, answers })
  const change: AppealChange = {
    topic_id: topic.id,
    topic_set: true,
    body_id: route.bodyId,
    mission_id: route.missionId ?? null,
  }
  return { urgency, fired, change }
}

type UrgencyRefusal = ReasonRefusal | 'urgencySame' | 'urgencyTooLow' | 'urgencyLowerNotAllowed'

/** Raising needs no right of its own; lowering needs `urgencyLower` and never goes below the topic's minimum. */
export const changeUrgency = (
  deps: ActDeps,
  input: StaffAct & { readonly urgency: UrgencyId; readonly reason: string },
): Promise<Acted<UsualRefusal | UrgencyRefusal>> =>
  act<UrgencyRefusal>(deps, input, 'changeUrgency', (found) => {
    const { appeal, clocks, now, calendar } = found
    const reason = readReason(input.reason)
    if (!reason.ok) return reason
    const { urgency } = input
    if (isMoreUrgent(urgency, appeal.urgency)) {
      const { step, change, more } = raise(found, urgency, undefined)
      return done({ steps: [{ ...step, words: reason.value }], change, ...more })
    }
    if (urgency === appeal.urgency) return refused('urgencySame')
    if (!may(input.by.role, 'urgencyLower')) return refused('urgencyLowerNotAllowed')
    const least = catalogue().topic(appeal.topic_id)?.minimumUrgency
    if (least && isMoreUrgent(least, urgency)) return refused('urgencyTooLow')
    return done({
      steps: [{ what: 'urgencyLowered', details: { from: appeal.urgency, to: urgency }, words: reason.value }],
      clocks: lowerTargets(clocks, promisesAt(calendar, urgency, now).targets, now),
      change: { urgency, urgency_rank: urgencyRank(urgency) },
    })
  })

function raise({ appeal, clocks, calendar, now }: Found, to: UrgencyId, fired: readonly FiredRule[] | undefined) {
  const step: Step = {
    what: 'urgencyRaised',
    details: { from: appeal.urgency, to, ...(fired ? { rules: fired } : {}) },
  }
  const change: AppealChange = { urgency: to, urgency_rank: urgencyRank(to) }
  const more: Pick<Plan, 'clocks'> = {
    clocks: raiseTargets(calendar, clocks, promisesAt(calendar, to, now).targets, now),
  }
  return { step, change, more }
}

/** By the person's wish or an operator's judgement: only the protection team sees it from now on, and its words become ciphertext. */
export const protectAppeal = (deps: ActDeps, input: EitherAct): Promise<Acted<UsualRefusal | 'alreadyProtected'>> =>
  act(deps, input, 'protect', (found) => {
    if (found.appeal.level === 'protected') return refused('alreadyProtected')
    const { step, change, more } = protection(deps, found)
    return done({ steps: [step], change, ...more })
  })

function protection({ keys }: ActDeps, { appeal, by }: Found) {
  const box = openVault(keys, appeal)
  const sealed = { vault: appeal.vault, level: 'protected' } as const
  const step: Step = { what: 'protected', details: { from: appeal.team_id } }
  const isKept = by.kind === 'staff' && by.isProtector
  const change: AppealChange = {
    level: 'protected',
    team_id: PROTECTION_TEAM,
    ...(isKept ? {} : { assignee_id: null }),
    ...cityColumns(box, sealed, appeal.city ?? undefined),
  }
  const more: Pick<Plan, 'alsoWrite'> = { alsoWrite: (db) => sealEverything(db, box, appeal) }
  return { step, change, more }
}

function readReason(typed: string): Outcome<string, ReasonRefusal> {
  const reason = typed.trim()
  if (reason === '') return refused('reasonMissing')
  return reason.length > REASON_LIMIT ? refused('textTooLong') : done(reason)
}

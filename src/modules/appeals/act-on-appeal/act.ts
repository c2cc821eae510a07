import type { Calendar } from '#src/kernel/calendar.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { PersonVisitor, StaffVisitor } from '#src/kernel/visitor.ts'
import type { NoticeTemplate } from '#src/modules/notices/index.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { PortalEvent } from '#src/platform/jobs.ts'
import { serviceCalendar } from '#src/modules/appeals/count-clocks.ts'
import { mayWorkOn } from '#src/modules/appeals/rules/access.ts'
import type { Clocks } from '#src/modules/appeals/rules/clocks.ts'
import type { Acted, ActRefusal, Happening } from '#src/modules/appeals/rules/events.ts'
import { canAct, type Act, type MessageKind } from '#src/modules/appeals/rules/states.ts'
import { lockAppeal, type AppealChange, type AppealRow } from '#src/modules/appeals/store/appeals.ts'
import { readClocks } from '#src/modules/appeals/store/clocks.ts'
import { hasEventOf } from '#src/modules/appeals/store/words.ts'
import { carryOut } from './carry-out.ts'

export type ActDeps = Pick<AppDeps, 'db' | 'jobs' | 'clock' | 'random' | 'keys'>

/**
 * `version`: the one the page was made with; another one now gives 'changedMeanwhile'. Left out: no such check.
 * `formKey`: 16 random bytes made with the form; the same key again does nothing and answers as the first time.
 */
type AnyAct = {
  readonly appealId: string
  readonly version?: number | undefined
  readonly formKey?: Uint8Array | undefined
}
export type StaffAct = AnyAct & { readonly by: StaffVisitor }
export type PersonAct = AnyAct & { readonly by: PersonVisitor }
export type EitherAct = AnyAct & { readonly by: StaffVisitor | PersonVisitor }

export type UsualRefusal = 'notThere' | 'notNow' | 'changedMeanwhile'

/** What an act finds: the appeal, locked, and the moment. */
export type Found = {
  readonly db: Db
  readonly appeal: AppealRow
  readonly now: Date
  readonly by: StaffVisitor | PersonVisitor
  readonly calendar: Calendar
  readonly clocks: Clocks
}

export type Step = {
  readonly what: Happening
  /** Ids and codes only. */
  readonly details?: Readonly<Record<string, unknown>>
  /** A reason in somebody's words. */
  readonly words?: string | undefined
}

/** What an act will change. It is decided first and written after, so that a refusal leaves nothing behind. */
export type Plan = {
  /** One for each thing that happened; the last one carries the message. */
  readonly steps: readonly Step[]
  readonly change?: AppealChange
  readonly clocks?: Clocks
  readonly message?: { readonly kind: MessageKind; readonly text: string; readonly lang: Lang }
  /** Tells the person that there is news, where that is safe. */
  readonly notice?: NoticeTemplate
  readonly emits?: readonly PortalEvent<{ appealId: string }>[]
  /** Writes of its own (sealing what was clear). */
  readonly alsoWrite?: (db: Db) => Promise<void>
}

/** `nothing`: it is so already. */
type Decided<Refusal extends ActRefusal> = Outcome<Plan | 'nothing', Refusal | UsualRefusal>

/** Runs one act: lock, access, double tap, version, state, then the decision, then everything it changes in one transaction. */
export function act<Refusal extends ActRefusal>(
  deps: ActDeps,
  input: EitherAct,
  name: Act,
  decide: (found: Found) => Decided<Refusal> | Promise<Decided<Refusal>>,
): Promise<Acted<Refusal | UsualRefusal>> {
  const { appealId, by, version, formKey } = input
  return inTransaction(deps.db, async (db) => {
    const appeal = await lockAppeal(db, appealId)
    if (!appeal || !isTheirs(by, appeal)) return refused('notThere')
    if (formKey && (await hasEventOf(db, appealId, formKey))) return done({ version: appeal.version })
    if (version !== undefined && version !== appeal.version) return refused('changedMeanwhile')
    if (!canAct(name, appeal.state, by.kind)) return refused('notNow')

    const calendar = await serviceCalendar(db)
    const clocks = await readClocks(db, appealId, appeal.round)
    const found: Found = { db, appeal, by, calendar, clocks, now: deps.clock.now() }
    const decided = await decide(found)
    if (!decided.ok) return decided
    if (decided.value === 'nothing') return done({ version: appeal.version })
    await carryOut({ ...deps, db }, found, decided.value, formKey)
    return done({ version: appeal.version + 1 })
  })
}

const isTheirs = (by: StaffVisitor | PersonVisitor, appeal: AppealRow): boolean =>
  by.kind === 'person' ? by.appealId === appeal.id : mayWorkOn(by, { level: appeal.level, teamId: appeal.team_id })

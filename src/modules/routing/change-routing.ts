import { isLang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { record } from '#src/modules/audit/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import { inTransaction, type ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { ANY } from './rules.ts'
import { findChange, insertChange, lockCurrent, setBody, setTeam, type Place } from './store.ts'

export type RoutingRefusal = 'noSuchChoice' | 'changedMeanwhile' | 'lastRow'

export type RoutingChange = Place & {
  /** What the page showed: a change on top of another's unseen change is refused. Null: no row. */
  readonly before: string | null
  /** Null takes the row out, and the row of `*` holds. */
  readonly after: string | null
  readonly words: string
  readonly staffId: string
}

type Deps = Pick<AppDeps, 'db' | 'clock'>

/** Changes one row with a reason. A second tap, which asks for what already stands there, changes nothing. */
export function changeRouting({ db, clock }: Deps, change: RoutingChange): Promise<Outcome<undefined, RoutingRefusal>> {
  return inTransaction(db, async (db) => {
    const { kind, subject, scope, before, after, words, staffId } = change
    if (!(await isKnown(db, change))) return refused('noSuchChoice')
    // A language without a team of its own would flag everything that is written in it.
    if (kind === 'team' && scope === ANY && after === null) return refused('lastRow')
    const current = await lockCurrent(db, change)
    if (current === after) return done(undefined)
    if (current !== before) return refused('changedMeanwhile')

    const at = clock.now()
    await (kind === 'body' ? setBody : setTeam)(db, subject, scope, after, { staffId, at })
    await insertChange(db, { kind, subject, scope, before, after, words, staffId, at })
    const on = { kind: 'routing', id: `${kind}:${subject}:${scope}` }
    await record(db, { who: { kind: 'staff', id: staffId }, what: 'routing.changed', on, fields: [kind] }, at)
    return done(undefined)
  })
}

/** Puts back what stood there before a change, as a change of its own. Refused when it was changed again since. */
export async function undoRoutingChange(
  deps: Deps,
  input: { readonly changeId: string; readonly words: string; readonly staffId: string },
): Promise<Outcome<undefined, RoutingRefusal>> {
  const change = await findChange(deps.db, input.changeId)
  if (!change) return refused('noSuchChoice')
  const { kind, subject, scope, before, after } = change
  return changeRouting(deps, {
    kind,
    subject,
    scope,
    before: after,
    after: before,
    words: input.words,
    staffId: input.staffId,
  })
}

async function isKnown(db: ReadDb, { kind, subject, scope, after }: RoutingChange): Promise<boolean> {
  const law = catalogue()
  if (kind === 'body') {
    return (
      law.topic(subject) !== undefined &&
      (scope === ANY || law.country(scope) !== undefined) &&
      (after === null || law.body(after) !== undefined)
    )
  }
  const isPlace = isLang(subject) && (scope === ANY || law.topicGroup(scope) !== undefined)
  if (!isPlace || after === null) return isPlace
  // The protection team takes nothing that is not protected, or its members would stop looking.
  return (await listTeams(db)).some((team) => team.id === after && team.isActive && team.kind === 'ordinary')
}

import type { PersonVisitor, StaffVisitor } from '#src/kernel/visitor.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { moveFiles } from '#src/modules/files/index.ts'
import { tellNews } from './tell-news.ts'
import { criticalRaised } from '#src/modules/appeals/events.ts'
import { happenings } from '#src/modules/appeals/rules/events.ts'
import { needsTaking } from '#src/modules/appeals/rules/states.ts'
import { nextDueAt, NO_CLOCK } from '#src/modules/appeals/rules/clocks.ts'
import { draftsOfMessage } from '#src/modules/appeals/rules/vault.ts'
import { detailColumns, messageColumns, openVault, wordsColumns } from '#src/modules/appeals/seal-words.ts'
import { updateAppeal, type AppealChange, type AppealRow } from '#src/modules/appeals/store/appeals.ts'
import { changeClocks } from '#src/modules/appeals/store/clocks.ts'
import { insertEvents, insertMessage } from '#src/modules/appeals/store/words.ts'
import type { ActDeps, Found, Plan } from './act.ts'

/** Writes a plan: message, history, clocks, the appeal itself, audit, notice and events. `deps.db` is the act's transaction. */
export async function carryOut(
  deps: ActDeps,
  found: Found,
  plan: Plan,
  formKey: Uint8Array | undefined,
): Promise<void> {
  const { db, jobs } = deps
  const { appeal, by, now } = found
  await plan.alsoWrite?.(db)
  const messageId = await writeMessage(deps, found, plan, formKey)
  await writeSteps(deps, found, plan, messageId, formKey)

  const round = plan.change?.round ?? appeal.round
  const clocks = plan.clocks ?? found.clocks
  if (plan.clocks) await changeClocks(db, found.calendar, { appealId: appeal.id, round }, found.clocks, clocks)
  const news = plan.notice ? await tellNews(deps, appeal, plan.notice, String(appeal.version + 1)) : 'nobody'
  const change: AppealChange = {
    ...(news === 'toCall' ? { call_since: appeal.call_since ?? now } : {}),
    ...plan.change,
    next_due_at: (plan.change?.state ?? appeal.state) === 'closed' ? NO_CLOCK : nextDueAt(found.calendar, clocks),
  }
  await updateAppeal(db, appeal.id, appeal.version, change)

  const fields = Object.keys(plan.change ?? {}).toSorted()
  for (const { what } of plan.steps)
    await record(db, { who: actorOf(by), what: `appeal.${what}`, on: { kind: 'appeal', id: appeal.id }, fields }, now)
  for (const event of plan.emits ?? []) await jobs.emit(db, event, { appealId: appeal.id })
  if (!needsTaking(appeal) && needsTaking(afterIt(appeal, change)))
    await jobs.emit(db, criticalRaised, { appealId: appeal.id, spell: appeal.version + 1 })
}

const afterIt = ({ state, urgency, assignee_id }: AppealRow, change: AppealChange) => ({
  state: change.state ?? state,
  urgency: change.urgency ?? urgency,
  assignee_id: change.assignee_id === undefined ? assignee_id : change.assignee_id,
})

const actorOf = (by: StaffVisitor | PersonVisitor): Actor =>
  by.kind === 'staff' ? { kind: 'staff', id: by.id } : { kind: 'person', appealId: by.appealId }

async function writeMessage(
  { db, keys, random }: ActDeps,
  { appeal, by, now }: Found,
  { message, change }: Plan,
  formKey: Uint8Array | undefined,
): Promise<string | null> {
  if (!message) return null
  const level = change?.level ?? appeal.level
  const box = openVault(keys, appeal)
  const id = await insertMessage(db, {
    appeal_id: appeal.id,
    at: now,
    kind: message.kind,
    staff_id: by.kind === 'staff' ? by.id : null,
    lang: message.lang,
    ...messageColumns(box, { vault: appeal.vault, level }, formKey ?? random.bytes(16), message.text),
  })
  for (const draft of formKey ? draftsOfMessage(by.kind, appeal.id, formKey) : [])
    await moveFiles(db, draft, { kind: 'appeal', id: appeal.id }, id)
  return id
}

async function writeSteps(
  { db, keys }: ActDeps,
  { appeal, by, now }: Found,
  { steps, change }: Plan,
  messageId: string | null,
  formKey: Uint8Array | undefined,
): Promise<void> {
  // An act that protects the appeal seals its own reason too.
  const level = change?.level ?? appeal.level
  const box = openVault(keys, appeal)
  const version = appeal.version + 1
  const last = steps.length - 1
  await insertEvents(
    db,
    steps.map(({ what, details = {}, words }, place) => ({
      appeal_id: appeal.id,
      at: now,
      version,
      what,
      actor_kind: by.kind,
      staff_id: by.kind === 'staff' ? by.id : null,
      is_public: happenings[what].isPublic,
      ...detailColumns(box, { vault: appeal.vault, level }, { version, what }, details),
      ...wordsColumns(box, { vault: appeal.vault, level }, { version, what }, words),
      message_id: place === last ? messageId : null,
      form_key: place === last && formKey ? Buffer.from(formKey) : null,
    })),
  )
}

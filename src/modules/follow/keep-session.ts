import { createHash } from 'node:crypto'
import type { PersonVisitor } from '#src/kernel/visitor.ts'
import { record } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isSessionOpen, sessionEnd } from './rules.ts'
import { deleteSession, findSession, getSession, insertSession, updateSession } from './store.ts'

/** Name of the cookie that holds the token of an opened appeal. */
export const APPEAL_COOKIE = 'appeal'

type Deps = Pick<AppDeps, 'db' | 'clock'>

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The caller has seen the secret proved. Gives the token for the cookie; only its hash is kept. */
export async function startSession(
  { db, clock, random }: Deps & Pick<AppDeps, 'random'>,
  appealId: string,
): Promise<{ readonly token: string; readonly visitor: PersonVisitor }> {
  const token = Buffer.from(random.bytes(32)).toString('base64url')
  const openedAt = clock.now()
  const expiresAt = sessionEnd(openedAt, openedAt)
  const sessionId = await insertSession(db, { tokenHash: hashOf(token), appealId, openedAt, expiresAt })
  return { token, visitor: { kind: 'person', appealId, sessionId, expiresAt } }
}

/** Who holds this token; undefined when it has ended. */
export async function findVisitor({ db, clock }: Deps, token: string | undefined): Promise<PersonVisitor | undefined> {
  if (token === undefined) return undefined
  const session = await findSession(db, hashOf(token))
  if (!session || !isSessionOpen(session, clock.now())) return undefined
  return { kind: 'person', appealId: session.appealId, sessionId: session.id, expiresAt: session.expiresAt }
}

/** Half an hour more from now, within twelve hours of the opening. Gives the visitor with the new end. */
export async function extendSession({ db, clock }: Deps, visitor: PersonVisitor): Promise<PersonVisitor> {
  const { openedAt } = await getSession(db, visitor.sessionId)
  const expiresAt = sessionEnd(openedAt, clock.now())
  await updateSession(db, visitor.sessionId, { expires_at: expiresAt })
  return { ...visitor, expiresAt }
}

/** Ends what the cookie of this token opened; harmless when it has ended. For quick exit too. */
export async function endSession(deps: Deps, token: string | undefined): Promise<void> {
  if (token === undefined) return
  await inTransaction(deps.db, async (db) => {
    const appealId = await deleteSession(db, hashOf(token))
    if (appealId === undefined) return
    const who = { kind: 'person', appealId } as const
    await record(db, { who, what: 'appeal.left', on: { kind: 'appeal', id: appealId } }, deps.clock.now())
  })
}

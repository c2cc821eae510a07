import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Lang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { record } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { deviceIn, emailHashOf, isPassword, newDevice, takeSecondFactor, tryKey } from './check-secrets.ts'
import { ABSOLUTE_MS, isSessionAlive, sessionEnd, staffPathIn, TOUCH_MS } from './rules/session.ts'
import { findCredentials, lockStaff, updateStaff, type Credentials } from './store/accounts.ts'
import { forgetTries, takeTry } from './store/credentials.ts'
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessionsOf,
  findOpenSession,
  insertSession,
  listActiveTeamsOf,
  touchSession,
} from './store/sessions.ts'

export type SignInInput = {
  readonly email: string
  readonly password: string
  /** Six digits of the app, or a recovery code. */
  readonly code: string
  /** Where from; only its keyed hash of the day is kept. */
  readonly address: string
  readonly device: string
  /** The session the browser brought along, if any: it ends, so that nobody keeps one he planted. */
  readonly oldToken?: string
  /** What an earlier sign-in left in this browser (newDevice). */
  readonly mark?: string
}

export type SignInRefusal = 'signInWrong' | 'signInTooEarly' | 'busy'

export type SignedIn = {
  readonly token: string
  readonly staffId: string
  readonly lang: Lang
  readonly mark: string
}

/**
 * Signs in with password and second factor, and never tells which of them was wrong.
 * Wrong tries slow down the one place they come from (account × address, or × known device), so nobody can lock another out.
 * Gives the token for the cookie, and the device's mark for another.
 */
export async function signIn(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock' | 'log'>,
  input: SignInInput,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const { db, keys, clock, log } = deps
  const emailHash = emailHashOf(keys, input.email)
  const known = input.mark === undefined ? undefined : deviceIn(deps, emailHash, input.mark)
  const place = known === undefined ? input.address : `device ${known}`
  const fromHere = tryKey(deps, `sign-in ${emailHash} ${place}`)
  if (!(await takeTry(db, fromHere, clock.now()))) return refused('signInTooEarly')

  const account = await findCredentials(db, { emailHash })
  const isRight = await isPassword(deps, account?.password_hash, input.password)
  if (!isRight.ok) return isRight
  if (!account || !isRight.value || account.state !== 'active') {
    log.warn(
      { staffId: account?.id },
      'A staff sign-in was refused: address, password or code was wrong. Now and then that is a slip. Many in a row: somebody guesses; tell the administrator, who sees at /staff/people whose account it is.',
    )
    return refused('signInWrong')
  }
  const entered = await enter(deps, account, input, fromHere)
  if (!entered.ok) return entered
  const mark = known === undefined || input.mark === undefined ? newDevice(deps, emailHash) : input.mark
  return done({ ...entered.value, lang: account.lang, mark })
}

// The password was right: from here on a wrong code means that somebody may know it.
async function enter(
  deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock'>,
  account: Credentials,
  input: SignInInput,
  fromHere: string,
): Promise<Outcome<{ token: string; staffId: string }, 'signInWrong'>> {
  const { keys, random, clock } = deps
  const who = { kind: 'staff', id: account.id } as const
  const on = who
  const withPassword = tryKey(deps, `code ${account.id}`)
  return deps.db.transaction().execute(async (db) => {
    // An account that was reset or disabled since its password was read must not be given one more session.
    const isActive = (await lockStaff(db, account.id))?.state === 'active'
    // Slows down, from all places together, only who knows the password; the answer is the same as for a wrong one.
    const isInTime = await takeTry(db, withPassword, clock.now())
    if (!isActive || !isInTime || !(await takeSecondFactor({ db, keys, clock }, account, input.code))) {
      await record(db, { who: { kind: 'public' }, what: 'staff.codeRefused', on }, clock.now())
      return refused('signInWrong')
    }
    await forgetTries(db, [fromHere, withPassword])
    if (input.oldToken !== undefined) await deleteSessionByToken(db, hashToken(input.oldToken))
    const token = await startSession({ db, random, clock }, { staffId: account.id, device: input.device })
    await updateStaff(db, account.id, { signed_in_at: clock.now() })
    await record(db, { who, what: 'staff.signedIn', on }, clock.now())
    return done({ token, staffId: account.id })
  })
}

/** What the database keeps of a token: whoever reads the table cannot sign in with it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

export const newToken = ({ random }: Pick<AppDeps, 'random'>) => Buffer.from(random.bytes(32)).toString('base64url')

/** Opens a session with a token nobody has seen before. Call it inside the transaction of the sign-in. */
export async function startSession(
  { db, random, clock }: Pick<AppDeps, 'db' | 'random' | 'clock'>,
  { staffId, device }: { readonly staffId: string; readonly device: string },
): Promise<string> {
  const token = newToken({ random })
  const now = clock.now()
  await insertSession(db, { token_hash: hashToken(token), staff_id: staffId, device, created_at: now, seen_at: now })
  return token
}

/** Who holds this token, with the rights the account has now: a role taken away is gone at the next request. */
export async function findVisitor(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  token: string,
): Promise<StaffVisitor | undefined> {
  const session = await findOpenSession(db, hashToken(token))
  const now = clock.now()
  if (!session || !isSessionAlive({ createdAt: session.created_at, seenAt: session.seen_at }, now)) return undefined
  const isTouched = now.getTime() - session.seen_at.getTime() >= TOUCH_MS
  if (isTouched) await touchSession(db, session.id, now)
  const teams = await listActiveTeamsOf(db, session.staff_id)
  return {
    kind: 'staff',
    id: session.staff_id,
    name: session.name,
    role: session.role,
    lang: session.lang,
    teamIds: teams.map(({ id }) => id),
    isProtector: teams.some(({ kind }) => kind === 'protection'),
    hasKeys: session.keys_on,
    sessionId: session.id,
    expiresAt: sessionEnd({ createdAt: session.created_at, seenAt: isTouched ? now : session.seen_at }),
  }
}

/** Ends the session of this token; a token that is dead already is no error. */
export async function signOut({ db, clock }: Pick<AppDeps, 'db' | 'clock'>, token: string): Promise<void> {
  await db.transaction().execute(async (db) => {
    const ended = await deleteSessionByToken(db, hashToken(token))
    if (ended) await recordOfSelf({ db, clock }, ended.staff_id, 'staff.signedOut')
  })
}

/** Ends one of one's own sessions. Another's id does nothing. */
export async function endOwnSession(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  staffId: string,
  sessionId: string,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    if (await deleteSession(db, staffId, sessionId)) await recordOfSelf({ db, clock }, staffId, 'staff.sessionEnded')
  })
}

/** Ends all of one's sessions, or all but the one in hand. */
export async function endOwnSessions(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  staffId: string,
  options: { readonly but?: string } = {},
): Promise<void> {
  await inTransaction(db, async (db) => {
    await deleteSessionsOf(db, staffId, options)
    await recordOfSelf({ db, clock }, staffId, 'staff.sessionsEnded')
  })
}

/** Writes down what somebody did to their own account. */
export const recordOfSelf = (
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  staffId: string,
  what: string,
  fields?: readonly string[],
) =>
  record(
    db,
    { who: { kind: 'staff', id: staffId }, what, on: { kind: 'staff', id: staffId }, ...(fields && { fields }) },
    clock.now(),
  )

/** What was posted when the session was over already. */
export type KeptPost = {
  /** Where it goes when it is sent after all. */
  readonly to: string
  readonly isMultipart: boolean
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

const keptPost = z.object({
  to: z.string().refine((path) => staffPathIn(path) === path),
  isMultipart: z.boolean(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  at: z.number(),
})
const boundTo = (staffId: string) => `post kept for staff ${staffId}`

/**
 * Seals a post so that it can lie in the sign-in page of a desk that somebody else may come to: only the same account opens it.
 * Undefined when nobody knows any more whose session it was, or it goes to no staff page.
 */
export async function sealPost(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  token: string | undefined,
  post: KeptPost,
): Promise<string | undefined> {
  const session = token === undefined ? undefined : await findOpenSession(db, hashToken(token))
  if (!session || staffPathIn(post.to) !== post.to) return undefined
  return keys
    .seal(JSON.stringify({ ...post, at: clock.now().getTime() }), boundTo(session.staff_id))
    .toString('base64url')
}

/** The post again, for the account that made it, and on the same day; undefined for anybody else. */
export function openPost(
  { keys, clock }: Pick<AppDeps, 'keys' | 'clock'>,
  staffId: string,
  sealed: string,
): KeptPost | undefined {
  try {
    const post = keptPost.parse(JSON.parse(keys.open(Buffer.from(sealed, 'base64url'), boundTo(staffId)).toString()))
    return clock.now().getTime() - post.at < ABSOLUTE_MS ? post : undefined
  } catch {
    return undefined
  }
}

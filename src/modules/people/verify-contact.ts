import { createHash, timingSafeEqual } from 'node:crypto'
import type { Lang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { record } from '#src/modules/audit/index.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { paths } from '#src/paths.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { findContact } from './find-person.ts'
import { CODE_MS, CODE_TRIES, TOKEN_MS } from './rules.ts'
import { findContactByToken, findContactRow, markVerified, replaceCheck, takeTry } from './store.ts'

type Started = Pick<AppDeps, 'db' | 'jobs' | 'keys' | 'random' | 'clock' | 'config'>
type Confirmed = { readonly contactId: string; readonly personId: string }

/**
 * Sends a link (24 hours) and six digits (30 minutes, five tries) to an e-mail; an earlier pair stops working.
 * 'cannotReach': a phone, we cannot text yet. 'notSafe': the person said not to write there.
 */
export async function startVerification(
  deps: Started,
  contactId: string,
  lang: Lang,
): Promise<Outcome<undefined, 'cannotReach' | 'notSafe'>> {
  const { keys, random, clock, config } = deps
  return inTransaction(deps.db, async (db) => {
    const contact = await findContact({ db, keys }, contactId)
    if (!contact || contact.kind !== 'email') return refused('cannotReach')
    if (!contact.isSafe) return refused('notSafe')

    const token = Buffer.from(random.bytes(32)).toString('base64url')
    const code = sixDigits(random.bytes(4))
    const after = (ms: number) => new Date(clock.now().getTime() + ms)
    await replaceCheck(db, {
      contact_id: contactId,
      token_hash: tokenHash(token),
      token_until: after(TOKEN_MS),
      code_hash: codeHash(keys, contactId, code),
      code_until: after(CODE_MS),
      tries_left: CODE_TRIES,
    })
    const link = `${config.publicUrl}${paths.verifyContact(lang, token)}`
    await enqueueNotice({ ...deps, db }, { to: contact.value, lang, template: 'contactCode', params: { code, link } })
    return done(undefined)
  })
}

/** The link of the letter. Opening it twice within its 24 hours answers the same. */
export async function confirmByToken(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  token: string,
): Promise<Outcome<Confirmed, 'linkExpired'>> {
  const contactId = await findContactByToken(db, tokenHash(token), clock.now())
  if (contactId === undefined) return refused('linkExpired')
  return done(await confirm({ db, clock }, contactId))
}

/** The six digits of the letter. Each call takes one of the five tries, also a right one. */
export async function confirmByCode(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  contactId: string,
  code: string,
): Promise<Outcome<Confirmed, 'codeWrong' | 'codeExpired'>> {
  const expected = await takeTry(db, contactId, clock.now())
  if (expected === undefined) return refused('codeExpired')
  const given = codeHash(keys, contactId, code.replace(/\D/g, ''))
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return refused('codeWrong')
  return done(await confirm({ db, clock }, contactId))
}

const confirm = (deps: Pick<AppDeps, 'db' | 'clock'>, contactId: string): Promise<Confirmed> =>
  inTransaction(deps.db, async (db) => {
    const now = deps.clock.now()
    const on = { kind: 'contact', id: contactId }
    // Whoever read the letter: neither link nor digits say who that is.
    if (await markVerified(db, contactId, now))
      await record(db, { who: { kind: 'public' }, what: 'contact.confirmed', on }, now)
    const row = await findContactRow(db, contactId)
    if (!row) throw new Error('A contact with an open check is gone.')
    return { contactId, personId: row.person_id }
  })

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
const codeHash = (keys: AppDeps['keys'], contactId: string, code: string) =>
  keys.lookup('contact.code', `${contactId} ${code}`)
// The remainder favours the lowest codes by one part in 4,000: nothing a guesser with five tries could use.
const sixDigits = (bytes: Uint8Array) => String(Buffer.from(bytes).readUInt32BE() % 1_000_000).padStart(6, '0')

import type { Lang } from '#src/kernel/lang.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import type { ContactKind } from './rules.ts'
import { contactHash, contactSeal, personSeal, pinHash } from './save-person.ts'
import {
  findContactRow,
  findPerson,
  hasVerifiedContact,
  listContactRows,
  listPersonIdsByContact,
  listPersonIdsByPin,
  type ContactRow,
} from './store.ts'

type ReadDeps = { readonly db: ReadDb; readonly keys: Keyring }

export type Person = {
  readonly id: string
  readonly lang: Lang
  readonly timeZone: string
  readonly name: string | undefined
  readonly pin: string | undefined
  readonly isErased: boolean
}

export type Contact = {
  readonly id: string
  readonly personId: string
  readonly kind: ContactKind
  /** E-mail as typed, phone as E.164, in clear. */
  readonly value: string
  readonly isSafe: boolean
  readonly mayCall: boolean
  readonly mayMessage: boolean
  readonly isVerified: boolean
}

/** The person, opened. Throws when there is none, or when a sealed value was altered. */
export async function getPerson({ db, keys }: ReadDeps, id: string): Promise<Person> {
  const row = await findPerson(db, id)
  if (!row) throw new Error('No such person.')
  const opened = (sealed: Uint8Array | null, column: 'name' | 'pin') =>
    sealed === null ? undefined : keys.open(sealed, personSeal(id, column)).toString()
  return {
    id,
    lang: row.lang,
    timeZone: row.time_zone,
    name: opened(row.name_sealed, 'name'),
    pin: opened(row.pin_sealed, 'pin'),
    isErased: row.erased_at !== null,
  }
}

/** All ways to reach a person, opened, in the order they were given. */
export async function listContacts({ db, keys }: ReadDeps, personId: string): Promise<Contact[]> {
  const rows = await listContactRows(db, personId)
  return rows.map((row) => contactFrom(keys, row))
}

export async function findContact({ db, keys }: ReadDeps, contactId: string): Promise<Contact | undefined> {
  const row = await findContactRow(db, contactId)
  return row && contactFrom(keys, row)
}

/** The e-mail notices may go to. Undefined: none was given, or it is not safe to write there. */
export async function safeEmailOf(
  deps: ReadDeps,
  personId: string,
): Promise<{ address: string; contactId: string; isVerified: boolean } | undefined> {
  const contacts = await listContacts(deps, personId)
  const safe = contacts.filter((contact) => contact.kind === 'email' && contact.isSafe)
  const best = safe.find((contact) => contact.isVerified) ?? safe[0]
  return best && { address: best.value, contactId: best.id, isVerified: best.isVerified }
}

/** Ids of the people who gave this e-mail or phone, however it was typed. */
export const listPeopleByContact = (
  { db, keys }: ReadDeps,
  contact: { kind: ContactKind; value: string },
): Promise<string[]> => listPersonIdsByContact(db, contact.kind, contactHash(keys, contact.kind, contact.value))

/** Whether anybody who gave this e-mail has confirmed it, in this appeal or in another. */
export const isConfirmedEmail = ({ db, keys }: ReadDeps, email: string): Promise<boolean> =>
  hasVerifiedContact(db, 'email', contactHash(keys, 'email', email))

/** Ids of the people who gave this PIN (fourteen digits). */
export const listPeopleByPin = ({ db, keys }: ReadDeps, pin: string): Promise<string[]> =>
  listPersonIdsByPin(db, pinHash(keys, pin))

const contactFrom = (keys: Keyring, row: ContactRow): Contact => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  value: keys.open(row.value_sealed, contactSeal(row.person_id, row.kind, row.value_hash)).toString(),
  isSafe: row.is_safe,
  mayCall: row.may_call,
  mayMessage: row.may_message,
  isVerified: row.verified_at !== null,
})

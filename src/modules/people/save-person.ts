import type { Lang } from '#src/kernel/lang.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { contactKey, type ContactKind } from './rules.ts'
import { deleteContacts, insertPerson, updateSealed, upsertContact } from './store.ts'

export type NewPerson = {
  readonly name?: string
  readonly pin?: string
  readonly lang: Lang
  readonly timeZone: string
}

export type NewContact = {
  readonly kind: ContactKind
  /** As `parseEmail` or `readPhone` of rules.ts gave it. */
  readonly value: string
  /** The person said that it is safe to write or call there. */
  readonly safe: boolean
  readonly mayCall?: boolean
  readonly mayMessage?: boolean
}

/** What a sealed value of a person is bound to, so that it opens nowhere else. */
export const personSeal = (id: string, column: 'name' | 'pin') => `people ${id} ${column}`
export const contactSeal = (personId: string, kind: ContactKind, valueHash: string) =>
  `contacts ${personId} ${kind} ${valueHash}`

export const contactHash = ({ lookup }: Pick<AppDeps['keys'], 'lookup'>, kind: ContactKind, value: string) =>
  lookup(`contact.${kind}`, contactKey(kind, value))
export const pinHash = ({ lookup }: Pick<AppDeps['keys'], 'lookup'>, pin: string) => lookup('person.pin', pin)

/** Keeps a person, name and PIN sealed; gives the id. `timeZone` is an IANA name. Joins a running transaction. */
export async function savePerson(deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>, person: NewPerson): Promise<string> {
  const { keys, clock } = deps
  return inTransaction(deps.db, async (db) => {
    const id = await insertPerson(db, { lang: person.lang, time_zone: person.timeZone, created_at: clock.now() })
    const { name, pin } = person
    if (name === undefined && pin === undefined) return id
    await updateSealed(db, id, {
      name_sealed: name === undefined ? null : keys.seal(name, personSeal(id, 'name')),
      pin_sealed: pin === undefined ? null : keys.seal(pin, personSeal(id, 'pin')),
      pin_hash: pin === undefined ? null : pinHash(keys, pin),
    })
    return id
  })
}

/** Adds a way to reach a person and gives its id; the same one again keeps its row and takes the newer wishes. */
export async function addContact(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  personId: string,
  contact: NewContact,
): Promise<string> {
  const { kind, value } = contact
  const value_hash = contactHash(keys, kind, value)
  return upsertContact(db, {
    person_id: personId,
    kind,
    value_sealed: keys.seal(value, contactSeal(personId, kind, value_hash)),
    value_hash,
    is_safe: contact.safe,
    may_call: contact.mayCall ?? false,
    may_message: contact.mayMessage ?? false,
    created_at: clock.now(),
  })
}

/** Forgets who the person is. The row stays, empty, because appeals point at it. Joins a running transaction. */
export async function erasePerson(deps: Pick<AppDeps, 'db' | 'clock'>, personId: string, by: Actor): Promise<void> {
  const now = deps.clock.now()
  await inTransaction(deps.db, async (db) => {
    await deleteContacts(db, personId)
    await updateSealed(db, personId, {
      name_sealed: null,
      pin_sealed: null,
      pin_hash: null,
      erased_at: now,
    })
    await record(db, { who: by, what: 'person.erased', on: { kind: 'person', id: personId } }, now)
  })
}

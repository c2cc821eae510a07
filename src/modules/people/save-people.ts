import type { AppDeps } from '#src/platform/deps.ts'
import { reserveIds } from '#src/platform/bulk.ts'
import { contactHash, contactSeal, personSeal, type NewContact, type NewPerson } from './save-person.ts'
import { insertContactRows, insertPeopleRows } from './store.ts'

export type PersonToSave = Omit<NewPerson, 'pin'> & {
  /** Each kind and value once. */
  readonly contacts: readonly NewContact[]
  readonly createdAt: Date
}

/** Keeps many people at once, sealed as savePerson does; gives their ids in the same order. For filling a database. */
export async function savePeople(
  { db, keys }: Pick<AppDeps, 'db' | 'keys'>,
  people: readonly PersonToSave[],
): Promise<string[]> {
  const ids = await reserveIds(db, 'people', people.length)
  const numbered = people.map((person, place) => ({ ...person, id: ids[place] ?? '' }))
  await insertPeopleRows(
    db,
    numbered.map(({ id, lang, timeZone, name, createdAt }) => ({
      id,
      lang,
      time_zone: timeZone,
      name_sealed: name === undefined ? null : keys.seal(name, personSeal(id, 'name')),
      created_at: createdAt,
    })),
  )
  await insertContactRows(
    db,
    numbered.flatMap(({ id, contacts, createdAt }) =>
      contacts.map(({ kind, value, safe, mayCall = false, mayMessage = false }) => {
        const value_hash = contactHash(keys, kind, value)
        return {
          person_id: id,
          kind,
          value_sealed: keys.seal(value, contactSeal(id, kind, value_hash)),
          value_hash,
          is_safe: safe,
          may_call: mayCall,
          may_message: mayMessage,
          created_at: createdAt,
        }
      }),
    ),
  )
  return ids
}

import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { contactSeal, personSeal } from './save-person.ts'
import { listContactRows, lockPeopleAfter, updateContactSeal, updateSealed } from './store.ts'

/**
 * Seals again under the newest main key what an older one sealed, for `limit` people after `afterId` ("0" at first).
 * Gives the id to go on from, undefined at the end. May run again at any point.
 */
export async function resealPeople(
  deps: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  const { keys } = deps
  return inTransaction(deps.db, async (db) => {
    const people = await lockPeopleAfter(db, afterId, limit)
    const again = (sealed: Uint8Array, boundTo: string) =>
      keys.keyIdOf(sealed) === keys.newestKeyId ? undefined : keys.seal(keys.open(sealed, boundTo), boundTo)
    for (const person of people) {
      const name = person.name_sealed && again(person.name_sealed, personSeal(person.id, 'name'))
      const pin = person.pin_sealed && again(person.pin_sealed, personSeal(person.id, 'pin'))
      if (name) await updateSealed(db, person.id, { name_sealed: name })
      if (pin) await updateSealed(db, person.id, { pin_sealed: pin })
      for (const contact of await listContactRows(db, person.id)) {
        const value = again(contact.value_sealed, contactSeal(person.id, contact.kind, contact.value_hash))
        if (value) await updateContactSeal(db, contact.id, value)
      }
    }
    return people.length < limit ? undefined : people.at(-1)?.id
  })
}

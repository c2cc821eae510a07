import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#test/support/mail-server.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import {
  addContact,
  confirmByCode,
  confirmByToken,
  erasePerson,
  getPerson,
  isConfirmedEmail,
  listContacts,
  listPeopleByContact,
  listPeopleByPin,
  resealPeople,
  safeEmailOf,
  savePerson,
  startVerification,
} from './index.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const aPerson = (named: { name?: string; pin?: string } = {}) =>
  savePerson(portal.deps, { lang: 'ky', timeZone: 'Europe/Moscow', ...named })
const anEmail = (person: string, value = 'aigul@example.org', safe = true) =>
  addContact(portal.deps, person, { kind: 'email', value, safe })

/** Link and digits of the letter that goes out. */
async function letterTo(address: string) {
  await portal.runJobs()
  const letter = portal.mail.letters.findLast(({ to }) => to.includes(address))
  const words = letter ? wordsOf(letter) : ''
  const token = /\/verify\/([\w-]+)/.exec(words)?.[1] ?? ''
  const code = /\b\d{6}\b/.exec(words)?.[0] ?? ''
  return { token, code }
}

test('name and PIN come back as they were given, and neither lies readable in the table', async () => {
  const id = await aPerson({ name: 'Бакыт Эмил уулу', pin: '20503199012345' })
  expect(await getPerson(portal.deps, id)).toMatchObject({ name: 'Бакыт Эмил уулу', pin: '20503199012345', lang: 'ky' })
  const row = await portal.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(Buffer.from(row.name_sealed ?? []).includes('Бакыт')).toBe(false)
  expect(JSON.stringify(row)).not.toContain('20503199012345')
  expect(await listPeopleByPin(portal.deps, '20503199012345')).toEqual([id])
})

test('a sealed value that was moved to another row does not open', async () => {
  const [one, other] = [await aPerson({ name: 'Биринчи' }), await aPerson({ name: 'Экинчи' })]
  const { name_sealed } = await portal.db
    .selectFrom('people')
    .select('name_sealed')
    .where('id', '=', one)
    .executeTakeFirstOrThrow()
  await portal.db
    .updateTable('people')
    .set({ name_sealed: Buffer.from(name_sealed ?? []) })
    .where('id', '=', other)
    .execute()
  await expect(getPerson(portal.deps, other)).rejects.toThrow('authenticate')
})

test('the same e-mail is found again however it was typed, and kept once for one person', async () => {
  const person = await aPerson()
  const first = await anEmail(person, 'Nurlan@Example.org')
  expect(await anEmail(person, 'nurlan@example.ORG', false)).toBe(first)
  expect(await listContacts(portal.deps, person)).toMatchObject([{ value: 'Nurlan@Example.org', isSafe: false }])
  expect(await listPeopleByContact(portal.deps, { kind: 'email', value: ' NURLAN@example.org' })).toEqual([person])
})

test('only an e-mail that is safe is given out for notices', async () => {
  const person = await aPerson()
  await anEmail(person, 'unsafe@example.org', false)
  expect(await safeEmailOf(portal.deps, person)).toBeUndefined()
  const contactId = await anEmail(person, 'safe@example.org')
  expect(await safeEmailOf(portal.deps, person)).toEqual({ address: 'safe@example.org', contactId, isVerified: false })
})

test('a link verifies within its day, also when it is opened twice, and not after', async () => {
  const person = await aPerson()
  const contact = await anEmail(person, 'link@example.org')
  await startVerification(portal.deps, contact, 'ru')
  const { token } = await letterTo('link@example.org')
  for (const _ of [1, 2])
    expect(await confirmByToken(portal.deps, token)).toEqual({
      ok: true,
      value: { contactId: contact, personId: person },
    })
  expect(await safeEmailOf(portal.deps, person)).toMatchObject({ isVerified: true })
  // Written down once, by nobody who could be named, and without the address.
  const acts = await portal.db.selectFrom('audit_entries').selectAll().where('on_kind', '=', 'contact').execute()
  expect(acts).toMatchObject([{ what: 'contact.confirmed', on_id: contact, actor_kind: 'public', fields: [] }])

  portal.clock.advance(24 * 3_600_000 + 1)
  expect(await confirmByToken(portal.deps, token)).toEqual({ ok: false, refusal: 'linkExpired' })
  expect(await confirmByToken(portal.deps, 'another')).toEqual({ ok: false, refusal: 'linkExpired' })
})

test('six digits verify with spaces between them; after five wrong tries the right ones come too late', async () => {
  const contact = await anEmail(await aPerson(), 'code@example.org')
  await startVerification(portal.deps, contact, 'en')
  const { code } = await letterTo('code@example.org')
  const wrong = code === '000000' ? '000001' : '000000'
  expect(await confirmByCode(portal.deps, contact, wrong)).toEqual({ ok: false, refusal: 'codeWrong' })
  expect(await confirmByCode(portal.deps, contact, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ ok: true })
  for (const _ of [3, 4, 5]) await confirmByCode(portal.deps, contact, wrong)
  expect(await confirmByCode(portal.deps, contact, code)).toEqual({ ok: false, refusal: 'codeExpired' })
})

test('digits end after half an hour; new ones make the old useless', async () => {
  const contact = await anEmail(await aPerson(), 'late@example.org')
  await startVerification(portal.deps, contact, 'en')
  const { code } = await letterTo('late@example.org')
  portal.clock.advance(30 * 60_000 + 1)
  expect(await confirmByCode(portal.deps, contact, code)).toEqual({ ok: false, refusal: 'codeExpired' })
  await startVerification(portal.deps, contact, 'en')
  expect(await confirmByCode(portal.deps, contact, code)).toMatchObject({ ok: false })
})

test('nothing is sent where it is not safe, and no phone is promised a text', async () => {
  const person = await aPerson()
  const unsafe = await anEmail(person, 'watched@example.org', false)
  const phone = await addContact(portal.deps, person, { kind: 'phone', value: '+996555123456', safe: true })
  expect(await startVerification(portal.deps, unsafe, 'ru')).toEqual({ ok: false, refusal: 'notSafe' })
  expect(await startVerification(portal.deps, phone, 'ru')).toEqual({ ok: false, refusal: 'cannotReach' })
  await portal.runJobs()
  expect(portal.mail.letters.some(({ to }) => to.includes('watched@example.org'))).toBe(false)
})

test('neither link nor digits lie in the table', async () => {
  const contact = await anEmail(await aPerson(), 'hash@example.org')
  await startVerification(portal.deps, contact, 'ru')
  const { token, code } = await letterTo('hash@example.org')
  const check = await portal.db.selectFrom('contact_checks').selectAll().where('contact_id', '=', contact).execute()
  expect(JSON.stringify(check)).not.toContain(token)
  expect(JSON.stringify(check)).not.toContain(`"${code}"`)
})

test('who asks to be forgotten leaves an empty row', async () => {
  const person = await aPerson({ name: 'Аты', pin: '20503199054321' })
  await anEmail(person)
  await erasePerson(portal.deps, person, { kind: 'system', name: 'test' })
  const erased = portal.db.selectFrom('audit_entries').select('on_id').where('what', '=', 'person.erased')
  expect(await erased.execute()).toEqual([{ on_id: person }])
  expect(await getPerson(portal.deps, person)).toMatchObject({ name: undefined, pin: undefined, isErased: true })
  expect(await listContacts(portal.deps, person)).toEqual([])
  expect(await listPeopleByPin(portal.deps, '20503199054321')).toEqual([])
})

test('everything is sealed again under a new key, in steps that may be repeated', async () => {
  const material = { main: [{ id: 'old', key: Buffer.alloc(32, 1) }], ...others }
  const older = keyringFrom(material)
  const old = { ...portal.deps, keys: older }
  const moved = await savePerson(old, { name: 'Эски', lang: 'ru', timeZone: 'Asia/Bishkek' })
  await addContact(old, moved, { kind: 'email', value: 'old@example.org', safe: true })
  await portal.db.deleteFrom('contacts').where('person_id', '!=', moved).execute()
  await portal.db.deleteFrom('people').where('id', '!=', moved).execute()

  const newer = keyringFrom({ ...material, main: [{ id: 'new', key: Buffer.alloc(32, 2) }, ...material.main] })
  let after: string | undefined = '0'
  while (after !== undefined) after = await resealPeople({ db: portal.db, keys: newer }, after, 1)
  const onlyNew = keyringFrom({ ...material, main: [{ id: 'new', key: Buffer.alloc(32, 2) }] })
  expect(await getPerson({ db: portal.db, keys: onlyNew }, moved)).toMatchObject({ name: 'Эски' })
  expect(await safeEmailOf({ db: portal.db, keys: onlyNew }, moved)).toMatchObject({ address: 'old@example.org' })
})

const others = {
  lookup: Buffer.alloc(32, 3),
  receipt: Buffer.alloc(32, 4),
  pepper: Buffer.alloc(32, 5),
  audit: Buffer.alloc(32, 6),
  proof: [],
}

test('an address counts as confirmed once anybody who gave it has confirmed it, however it is typed', async () => {
  const personId = await savePerson(portal.deps, { lang: 'ru', timeZone: 'Asia/Bishkek' })
  const contactId = await addContact(portal.deps, personId, { kind: 'email', value: 'Once@example.com', safe: true })
  expect(await isConfirmedEmail(portal.deps, 'once@example.com')).toBe(false)
  await portal.db.updateTable('contacts').set({ verified_at: portal.clock.now() }).where('id', '=', contactId).execute()
  expect(await isConfirmedEmail(portal.deps, 'once@example.com')).toBe(true)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal, anInput } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import {
  findAppealBySecret,
  getAppealForPerson,
  openAppeal,
  parseAppealNumber,
  proveSecret,
} from '#src/modules/appeals/index.ts'
import { secretFrom } from '#src/modules/appeals/rules/secret.ts'
import { vaultOf } from '#src/modules/appeals/rules/vault.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

const HOUR = 3_600_000
const countOf = async (table: 'appeals' | 'people' | 'notices' | 'appeal_messages') =>
  (await portal.db.selectFrom(table).selectAll().execute()).length
const opened = (id: string) => getAppealForPerson(portal.deps, id)

test('an appeal is kept whole: words, answers, person, clocks, history, audit, notice', async () => {
  const receipt = await anAppeal(portal.deps, {
    topicId: 'unpaid-wages',
    answers: { peopleCount: 12, noFoodHousing: 'no', hospital: 'not asked here' },
    person: {
      name: 'Айбек уулу Нурлан',
      contacts: [{ kind: 'email', value: 'nurlan@example.org' }],
      isSafe: 'yes',
    },
  })
  expect(receipt.number).toMatch(/^KG-26-\d{7}-\d$/)
  expect(parseAppealNumber(receipt.number, 'KG')).toBe(receipt.number)
  expect(receipt).toMatchObject({ isRepeat: false, isProtected: false, isCritical: true, bodyId: 'mlssm-rep-ru' })

  const appeal = await opened(receipt.appealId)
  expect(appeal).toMatchObject({
    state: 'submitted',
    urgency: 'critical',
    city: 'Москва',
    answers: { peopleCount: 12, noFoodHousing: 'no' },
    messages: [{ kind: 'opening', author: 'person', body: 'Мне три месяца не платят.' }],
    events: [{ what: 'submitted' }],
  })
  expect(Object.keys(appeal?.answers ?? {})).toHaveLength(2)
  expect(appeal?.clocks.map(({ kind }) => kind)).toEqual([
    'registration',
    'answer',
    'firstAnswer',
    'nextUpdate',
    'resolution',
  ])
  const raised = await portal.db.selectFrom('appeal_events').selectAll().where('what', '=', 'urgencyRaised').execute()
  expect(raised).toMatchObject([{ actor_kind: 'system', is_public: false, details: { from: 'high', to: 'critical' } }])
  const audit = await portal.db.selectFrom('audit_entries').selectAll().where('on_id', '=', receipt.appealId).execute()
  expect(audit).toMatchObject([{ what: 'appeal.opened', actor_kind: 'public', on_kind: 'appeal' }])
  const notices = await portal.db.selectFrom('notices').selectAll().where('appeal_id', '=', receipt.appealId).execute()
  expect(notices).toMatchObject([{ template: 'received', lang: 'ru' }])
})

test('"not safe" and "portal only" bind: nothing is sent', async () => {
  const before = await countOf('notices')
  for (const isSafe of ['no', 'portalOnly'] as const)
    await anAppeal(portal.deps, { person: { contacts: [{ kind: 'email', value: 'a@example.org' }], isSafe } })
  expect(await countOf('notices')).toBe(before)
})

test('who leaves only a phone is to be called', async () => {
  const { appealId } = await anAppeal(portal.deps, {
    person: { contacts: [{ kind: 'phone', value: '+996555123456' }], isSafe: 'yes', safeContact: 'call' },
  })
  expect((await opened(appealId))?.callSince).toEqual(portal.clock.now())
})

test('a second tap makes one appeal and gives the same receipt', async () => {
  const input = anInput(portal.deps)
  const first = await openAppeal(portal.deps, input)
  const before = [await countOf('appeals'), await countOf('people'), await countOf('appeal_messages')]
  const second = await openAppeal(portal.deps, { ...input, message: 'Changed on the way' })
  expect(second).toEqual(first.ok && { ok: true, value: { ...first.value, isRepeat: true } })
  expect([await countOf('appeals'), await countOf('people'), await countOf('appeal_messages')]).toEqual(before)
})

test('twenty taps at once make one appeal, and nothing of the other nineteen is left', async () => {
  const before = { appeals: await countOf('appeals'), people: await countOf('people') }
  const input = anInput(portal.deps)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => openAppeal(portal.deps, input)))
  const receipts = outcomes.map((outcome) =>
    outcome.ok ? `${outcome.value.number} ${outcome.value.secret}` : outcome.refusal,
  )
  expect(new Set(receipts).size).toBe(1)
  expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.isRepeat)).toHaveLength(1)
  expect({ appeals: await countOf('appeals'), people: await countOf('people') }).toEqual({
    appeals: before.appeals + 1,
    people: before.people + 1,
  })
})

test('the receipt is shown again for a day, and longer while the secret was not proved', async () => {
  const input = anInput(portal.deps)
  const start = portal.clock.now()
  const first = await openAppeal(portal.deps, input)
  if (!first.ok) throw new Error(first.refusal)
  portal.clock.advance(40 * 24 * HOUR)
  expect(await openAppeal(portal.deps, input)).toMatchObject({
    ok: true,
    value: { number: first.value.number, isRepeat: true },
  })
  await proveSecret(portal.deps, first.value.appealId)
  expect(await openAppeal(portal.deps, input)).toEqual({ ok: false, refusal: 'alreadyReceived' })
  portal.clock.set(new Date(start.getTime() + 23 * HOUR))
  expect(await openAppeal(portal.deps, input)).toMatchObject({ ok: true })
  portal.clock.set(start)
})

test('number and secret open the appeal; anything else opens nothing', async () => {
  const { appealId, number, secret } = await anAppeal(portal.deps)
  const other = secretFrom(secret ^ 1n)
  expect(await findAppealBySecret(portal.deps, number, [secret])).toEqual({ ok: true, value: appealId })
  expect(await findAppealBySecret(portal.deps, number, [other, secret])).toEqual({ ok: true, value: appealId })
  const unknown = parseAppealNumber('26 1234567 5', 'KG') ?? parseAppealNumber('KG-26-4821739-2', 'KG')
  const tried = [
    [number, [other]],
    [number, []],
    [unknown, [secret]],
    [undefined, [secret]],
    [undefined, []],
  ] as const
  for (const [triedNumber, secrets] of tried)
    expect(await findAppealBySecret(portal.deps, triedNumber, secrets)).toEqual({ ok: true, value: undefined })
})

test('the same work is done whether the number exists or not', async () => {
  const { number, secret } = await anAppeal(portal.deps)
  const inputs: string[] = []
  const { hasher } = portal.deps
  const counting = {
    ...hasher,
    hash: (input: Buffer | string) => hasher.hash(input),
    verify: (hash: string, input: Buffer | string) => {
      inputs.push(hash.slice(0, 30))
      return hasher.verify(hash, input)
    },
  }
  for (const tried of [number, parseAppealNumber('KG-26-4821739-2', 'KG'), undefined])
    await findAppealBySecret({ ...portal.deps, hasher: counting }, tried, [secret])
  expect(inputs).toHaveLength(3)
  // The decoy has the parameters of a real hash: it takes as long.
  expect(new Set(inputs).size).toBe(1)
})

test('neither the secret nor the form’s key stands in the database', async () => {
  const input = anInput(portal.deps)
  const made = await openAppeal(portal.deps, input)
  if (!made.ok) throw new Error(made.refusal)
  const text = JSON.stringify(await portal.db.selectFrom('appeals').selectAll().execute())
  const messages = await portal.db.selectFrom('appeal_messages').select('form_key').execute()
  expect(text).not.toContain(String(made.value.secret))
  expect(messages.some(({ form_key }) => form_key.equals(input.formKey))).toBe(false)
})

test('a full hashing pool refuses politely and leaves nothing behind', async () => {
  const before = await countOf('people')
  const busy = { ok: false, refusal: 'busy' } as const
  const hasher = { hash: () => Promise.resolve(busy), verify: () => Promise.resolve(busy), waiting: () => 40 }
  expect(await openAppeal({ ...portal.deps, hasher }, anInput(portal.deps))).toEqual(busy)
  expect(await findAppealBySecret({ ...portal.deps, hasher }, undefined, [])).toEqual(busy)
  expect(await countOf('people')).toBe(before)
})

test('a number that is taken is drawn again', async () => {
  const taken = Buffer.alloc(4)
  const draws = [taken, taken, Buffer.from([0, 0, 0, 7])]
  const random = {
    bytes: (length: number) => (length === 4 ? (draws.shift() ?? taken) : portal.deps.random.bytes(length)),
  }
  const [one, other] = [await anAppeal({ ...portal.deps, random }), await anAppeal({ ...portal.deps, random })]
  expect([one.number, other.number].map((number) => number.slice(6, 13))).toEqual(['0000000', '0000007'])
})

test('a draft’s key goes over to the appeal, so that its files still open', async () => {
  const id = Buffer.from(portal.random.bytes(16)).toString('base64url')
  const { wrapped, box } = portal.deps.keys.newDataKey(vaultOf(id))
  await portal.db
    .insertInto('files')
    .values({
      id: 'A'.repeat(22),
      owner_kind: 'draft',
      owner_id: id,
      name_sealed: box.seal('contract.pdf', `file ${'A'.repeat(22)} name`),
      type: 'application/pdf',
      bytes: 10,
      created_at: portal.clock.now(),
    })
    .execute()
  const { appealId } = await anAppeal(portal.deps, { draft: { id, wrappedKey: wrapped } })
  expect((await opened(appealId))?.messages[0]?.files).toMatchObject([{ name: 'contract.pdf' }])
})

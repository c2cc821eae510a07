import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import {
  answerAppeal,
  askPerson,
  closeAppeal,
  countImported,
  findAppealBySecret,
  importAppeals,
  openAppeal,
  parseSecret,
  readImportFrame,
  registerAppeal,
  replyAsPerson,
  takeAppeal,
  type ImportedAct,
  type ImportedAppeal,
} from '#src/modules/appeals/index.ts'
import { parseAppealNumber } from '#src/modules/appeals/rules/number.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const HOUR = 3_600_000
const input = {
  kind: 'problem-report',
  topicId: 'unpaid-wages',
  lang: 'ru',
  message: 'Три месяца не платят.',
  answers: { contractType: 'none' },
  country: 'RU',
  city: 'Москва',
  citizenship: 'KG',
  asWho: 'citizen',
  onBehalf: false,
  inDanger: false,
  wantsProtection: false,
  person: { name: 'Сыноо уулу Бакыт', contacts: [], isSafe: 'none' },
  channel: 'web',
} as const satisfies Partial<ImportedAppeal>

const made = (submittedAt: Date, acts: readonly ImportedAct[], n: number, changed: Partial<ImportedAppeal> = {}) =>
  ({
    ...input,
    ...changed,
    submittedAt,
    acts,
    digits: 1_000_000 + n,
    formKey: Buffer.alloc(16, n),
  }) satisfies ImportedAppeal

async function importOne(appeal: ImportedAppeal): Promise<string> {
  const frame = await readImportFrame(portal.db, ['intake', 'consultations', 'protection'])
  await importAppeals(portal.deps, frame, [appeal])
  const { id } = await portal.db.selectFrom('appeals').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return id
}

/** Everything about an appeal that does not depend on which of two it is. */
async function recordOf(id: string) {
  const { db } = portal
  const row = await db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const own = /^(id|number|person_id|vault|data_key|secret_hash|form_key_sha256)$/
  const same = Object.fromEntries(Object.entries(row).filter(([name]) => !own.test(name)))
  const of = (table: 'appeal_clocks' | 'appeal_pauses' | 'appeal_events' | 'appeal_messages' | 'appeal_answers') =>
    db.selectFrom(table).selectAll().where('appeal_id', '=', id).execute()
  const alike = (rows: readonly object[]) =>
    rows.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([name]) => !/^(id|appeal_id|form_key|message_id)$/.test(name))),
    )
  return {
    same,
    clocks: alike(await of('appeal_clocks')).toSorted((a, b) => String(a['kind']).localeCompare(String(b['kind']))),
    waits: alike(await of('appeal_pauses')),
    events: alike(await of('appeal_events')),
    messages: alike(await of('appeal_messages')),
    answers: alike(await of('appeal_answers')),
  }
}

test('a history that is imported leaves the same record as the acts themselves', async () => {
  await portal.signIn('operator', { teams: ['intake', 'consultations'] })
  const operator = await portal.db.selectFrom('staff').select('id').executeTakeFirstOrThrow()
  const submittedAt = portal.clock.now()
  const at = (hours: number) => new Date(submittedAt.getTime() + hours * HOUR)
  const acts: ImportedAct[] = [
    { what: 'registered', at: at(3) },
    { what: 'taken', at: at(4) },
    { what: 'asked', at: at(20), text: 'Когда это началось?' },
    { what: 'replied', at: at(50), text: 'Два месяца назад.' },
    { what: 'answered', at: at(75), text: 'Вот что можно сделать.' },
    { what: 'closed', at: at(400), outcome: 'adviceGiven', by: 'staff' },
  ]

  const opened = await openAppeal(portal.deps, { ...input, formKey: Buffer.alloc(16, 200) })
  if (!opened.ok) throw new Error(opened.refusal)
  const { appealId } = opened.value
  const staff = {
    kind: 'staff',
    id: operator.id,
    name: 'x',
    role: 'operator',
    lang: 'ru',
    teamIds: ['intake', 'consultations'],
    isProtector: false,
    hasKeys: true,
    sessionId: '1',
  } as const
  const person = { kind: 'person', appealId, sessionId: '1', expiresAt: at(1000) } as const
  const key = (n: number) => Buffer.alloc(16, 100 + n)
  const verbs = [
    () => registerAppeal(portal.deps, { appealId, by: staff }),
    () => takeAppeal(portal.deps, { appealId, by: staff }),
    () => askPerson(portal.deps, { appealId, by: staff, text: 'Когда это началось?', formKey: key(1) }),
    () => replyAsPerson(portal.deps, { appealId, by: person, text: 'Два месяца назад.', formKey: key(2) }),
    () => answerAppeal(portal.deps, { appealId, by: staff, text: 'Вот что можно сделать.', formKey: key(3) }),
    () => closeAppeal(portal.deps, { appealId, by: staff, outcome: 'adviceGiven' }),
  ]
  const imported: string[] = []
  for (const done of [0, 1, 2, 3, 4, 5, 6]) {
    const act = acts[done - 1]
    if (act) portal.clock.set(act.at)
    await verbs[done - 1]?.()
    imported.push(await importOne(made(submittedAt, acts.slice(0, done), 10 + done)))
    const [own, theirs] = [await recordOf(imported[done] ?? ''), await recordOf(appealId)]
    expect(own).toEqual(theirs)
  }
})

test('of an imported history nobody is called any more once they wrote again or it is closed', async () => {
  const person = { contacts: [{ kind: 'phone', value: '+996555123456' }], isSafe: 'yes' } as const
  const at = portal.clock.now()
  const isToCall = async (id: string) =>
    (await portal.db.selectFrom('appeals').select('call_since').where('id', '=', id).executeTakeFirstOrThrow())
      .call_since !== null
  expect(await isToCall(await importOne(made(at, [], 70, { person })))).toBe(true)
  const reply = { what: 'replied', at, text: 'Ещё одно.' } as const
  expect(await isToCall(await importOne(made(at, [reply], 72, { person })))).toBe(false)
  const closing = { what: 'closed', at, outcome: 'withdrawn', by: 'staff' } as const
  expect(await isToCall(await importOne(made(at, [closing], 71, { person })))).toBe(false)
})

test('protected ones are ciphertext here too', async () => {
  const id = await importOne(made(portal.clock.now(), [], 40, { wantsProtection: true }))
  const { body, body_sealed } = await portal.db
    .selectFrom('appeal_messages')
    .selectAll()
    .where('appeal_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(body).toBeNull()
  expect(body_sealed?.includes('Три месяца')).toBe(false)
})

test('no secret opens it, and one made-up appeal is told from a real one', async () => {
  await importOne(made(portal.clock.now(), [], 50))
  const number = parseAppealNumber(
    (await portal.db.selectFrom('appeals').select('number').orderBy('id', 'desc').executeTakeFirstOrThrow()).number,
    'KG',
  )
  const lists = { ky: [], ru: [], en: [] }
  expect(await findAppealBySecret(portal.deps, number, parseSecret('00000000000000', lists))).toEqual({
    ok: true,
    value: undefined,
  })
  const { these, areThereOthers } = await countImported(portal.db)
  expect(these).toBeGreaterThan(0)
  expect(areThereOthers).toBe(true)
})

test('an act that the state does not allow writes nothing', async () => {
  const before = await countImported(portal.db)
  const at = portal.clock.now()
  await expect(
    importOne(
      made(
        at,
        [
          { what: 'replied', at, text: 'x' },
          { what: 'registered', at },
          { what: 'registered', at },
        ],
        60,
      ),
    ),
  ).rejects.toThrow('cannot be registered')
  expect(await countImported(portal.db)).toEqual(before)
})

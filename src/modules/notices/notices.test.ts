import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#test/support/mail-server.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { langs } from '#src/kernel/lang.ts'
import { inTransaction } from '#src/platform/db.ts'
import { createMailer } from '#src/platform/mail.ts'
import { deliverNotice } from './deliver-notice.ts'
import { countFailedNotices, enqueueNotice, listNoticesOf, type NewNotice } from './index.ts'
import { sweepNotices } from './jobs.ts'
import { noticeTemplates } from './rules.ts'
import { writeLetter } from './write-letter.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())
afterEach(async () => {
  portal.mail.state.refuse = false
  portal.mail.letters.length = 0
  await portal.db.deleteFrom('notices').execute()
})

const toAida = {
  to: 'aida@example.com',
  lang: 'ky',
  template: 'answer',
  appealId: '7350912846',
} as const satisfies NewNotice

async function only() {
  const [row, ...more] = await portal.db.selectFrom('notices').selectAll().execute()
  expect(more).toEqual([])
  if (!row) throw new Error('The outbox is empty.')
  return row
}

test('a notice goes out once, from a neutral sender, with its id as Message-ID and nothing of the appeal', async () => {
  await enqueueNotice(portal.deps, toAida)
  await portal.runJobs()
  await portal.runJobs()
  const row = await only()
  expect(row).toMatchObject({ state: 'sent', tries: 1, last_error: null, params: null, sent_at: portal.clock.now() })
  expect(portal.mail.letters).toHaveLength(1)
  const [letter] = portal.mail.letters
  expect(letter?.to).toEqual(['aida@example.com'])
  expect(letter?.raw).toContain(`Message-ID: <${row.id}@localhost>`)
  expect(letter?.raw).toContain('From: portal@example.org')
  expect(letter?.raw).not.toContain(toAida.appealId)
  expect(letter && wordsOf(letter)).not.toContain(toAida.appealId)
})

test('a change that is taken back sends nothing', async () => {
  const attempt = inTransaction(portal.db, async (db) => {
    await enqueueNotice({ ...portal.deps, db }, toAida)
    throw new Error('taken back')
  })
  await expect(attempt).rejects.toThrow('taken back')
  await portal.runJobs()
  expect(portal.mail.letters).toEqual([])
  expect(await portal.db.selectFrom('notices').selectAll().execute()).toEqual([])
})

test('the same news about the same thing goes to one address once, to another its own', async () => {
  for (const to of ['aida@example.com', 'AIDA@example.com', 'bakyt@example.com'])
    await enqueueNotice(portal.deps, { ...toAida, to, about: 'answer:1' })
  await enqueueNotice(portal.deps, { ...toAida, about: 'answer:2' })
  await portal.runJobs()
  expect(portal.mail.letters.map(({ to }) => to[0] ?? '').toSorted()).toEqual([
    'aida@example.com',
    'aida@example.com',
    'bakyt@example.com',
  ])
})

test('the table holds neither address nor code in clear', async () => {
  const link = 'http://localhost:3000/ky/verify/token-canary'
  await enqueueNotice(portal.deps, {
    to: 'canary@example.com',
    lang: 'ky',
    template: 'contactCode',
    params: { code: '918273', link },
  })
  const row = await only()
  const bytes = Buffer.concat([row.address, row.params ?? Buffer.alloc(0)]).toString('latin1')
  expect(JSON.stringify({ ...row, address: '', params: '' }) + bytes).not.toMatch(/canary|918273/)
  await portal.runJobs()
  expect((await only()).params).toBeNull()
})

test('a letter the server refuses is tried again later under the same Message-ID', async () => {
  portal.mail.state.refuse = true
  await enqueueNotice(portal.deps, toAida)
  await portal.runJobs({ mayFail: true })
  expect(await only()).toMatchObject({ state: 'failed', tries: 1, last_error: 'EMESSAGE 451' })
  portal.mail.state.refuse = false
  await portal.runJobs()
  expect(portal.mail.letters).toEqual([])
  portal.clock.advance(5 * MINUTE)
  await portal.runJobs()
  const row = await only()
  expect(row).toMatchObject({ state: 'sent', tries: 2, last_error: null })
  expect(portal.mail.letters.map(({ raw }) => raw.includes(`<${row.id}@`))).toEqual([true])
})

test('a worker that died after sending leaves a notice that goes again with the same Message-ID', async () => {
  const { mail } = portal.deps
  await enqueueNotice(portal.deps, toAida)
  const { id } = await only()
  const dying = {
    ...portal.deps,
    mail: { isOn: true, send: (letter: Parameters<typeof mail.send>[0]) => mail.send(letter) },
  }
  const died = deliverNotice({ ...dying, clock: { now: clockThatStopsAt(2) } }, id)
  await expect(died).rejects.toThrow('killed')
  expect(portal.mail.letters).toHaveLength(1)
  // In hand of the dead one: nobody disturbs it for a while, then somebody takes over.
  await deliverNotice(portal.deps, id)
  expect(portal.mail.letters).toHaveLength(1)
  portal.clock.advance(11 * MINUTE)
  await sweepNotices.run(portal.deps, {})
  await portal.runJobs()
  expect(portal.mail.letters.filter(({ raw }) => raw.includes(`<${id}@`))).toHaveLength(2)
  expect((await only()).state).toBe('sent')
})

function clockThatStopsAt(call: number) {
  let calls = 0
  return () => {
    calls += 1
    if (calls === call) throw new Error('killed')
    return portal.clock.now()
  }
}

test('no mail for 20 days: tried for a week at least 30 times, then given up, shown, and sent when somebody asks', async () => {
  portal.mail.state.refuse = true
  await enqueueNotice(portal.deps, toAida)
  const days: string[] = []
  for (let hours = 0; hours < 20 * 24; hours += 3) {
    portal.clock.advance(3 * HOUR)
    await sweepNotices.run(portal.deps, {})
    await portal.runJobs({ mayFail: true })
    if ((await only()).state === 'failed') days.push(String(hours / 24))
  }
  expect(days.length * 3).toBeGreaterThanOrEqual(7 * 24 - 3)
  const row = await only()
  expect(row.state).toBe('dead')
  expect(row.tries).toBeGreaterThan(30)
  expect(await countFailedNotices(portal.db)).toEqual({ failed: 0, dead: 1 })
  expect(await listNoticesOf(portal.db, toAida.appealId)).toMatchObject([
    { template: 'answer', state: 'dead', lastError: 'EMESSAGE 451' },
  ])

  portal.mail.state.refuse = false
  const cookies = await portal.signIn('supervisor')
  expect((await portal.get('/staff/notices?state=dead', cookies)).body).toContain('EMESSAGE 451')
  const answer = await portal.post('/staff/notices/retry', { which: 'allDead' }, cookies)
  expect(answer.headers.location).toBe('/staff/notices?retried=yes')
  await portal.runJobs()
  expect((await only()).state).toBe('sent')
  const acts = await portal.db
    .selectFrom('audit_entries')
    .select(['what', 'on_id'])
    .where('what', '=', 'notice.retried')
    .execute()
  expect(acts).toEqual([{ what: 'notice.retried', on_id: row.id }])
}, 60_000)

test('a server that is not there is a failure without an address in it', async () => {
  const mail = createMailer({ ...portal.deps.config, smtpUrl: 'smtp://127.0.0.1:1' }, 1)
  await enqueueNotice(portal.deps, toAida)
  const { id } = await only()
  await expect(deliverNotice({ ...portal.deps, mail }, id)).rejects.toThrow(/^ESOCKET|^ECONN/)
  expect((await only()).last_error).toMatch(/^[A-Z]+$/)
  mail.close()
})

test('without a mail server letters wait, can be read in rehearsal, and go when there is one', async () => {
  const silent = await startPortal({ config: { smtpUrl: undefined } })
  const link = 'http://localhost:3000/ru/verify/abc'
  await enqueueNotice(silent.deps, {
    to: 'bakyt@example.com',
    lang: 'ru',
    template: 'contactCode',
    params: { code: '123456', link },
  })
  await silent.runJobs()
  const cookies = await silent.signIn('administrator')
  const page = await silent.get('/staff/notices', cookies)
  expect(page.statusCode).toBe(200)
  for (const words of ['SMTP_URL', 'bakyt@example.com', '123456', link]) expect(page.body).toContain(words)

  const mail = createMailer({ ...silent.deps.config, smtpUrl: silent.mail.url }, 1)
  silent.clock.advance(11 * MINUTE)
  await sweepNotices.run({ ...silent.deps, mail }, {})
  const { id } = await silent.db.selectFrom('notices').select('id').executeTakeFirstOrThrow()
  await deliverNotice({ ...silent.deps, mail }, id)
  expect(silent.mail.letters.map(wordsOf).join()).toContain('123456')
  mail.close()
  await silent.close()
}, 60_000)

test('in production nobody reads another’s link or address off the outbox page', async () => {
  const config = { ...portal.deps.config, mode: 'production', smtpUrl: undefined } as const
  const real = await startPortal({ config })
  await enqueueNotice(real.deps, {
    to: 'admin@example.com',
    lang: 'ru',
    template: 'staffReset',
    params: { link: 'http://x/canary' },
  })
  const page = await real.get('/staff/notices', await real.signIn('supervisor'))
  expect(page.body).toContain('скрыто')
  expect(page.body).not.toMatch(/canary|admin@example/)
  await real.close()
}, 60_000)

test('the outbox is for who may read notices', async () => {
  expect((await portal.get('/staff/notices', await portal.signIn('operator'))).statusCode).toBe(403)
  expect((await portal.get('/staff/notices')).statusCode).not.toBe(200)
  const odd = await portal.get('/staff/notices?state=nonsense&before=1_2', await portal.signIn('supervisor'))
  expect(odd.statusCode).toBe(200)
})

test('older notices are one page further, and none is shown twice', async () => {
  for (let count = 0; count < 60; count++) {
    if (count % 7 === 0) portal.clock.advance(MINUTE)
    await enqueueNotice(portal.deps, { ...toAida, about: `answer:${count}` })
  }
  const cookies = await portal.signIn('supervisor')
  const first = await portal.get('/staff/notices', cookies)
  const next = /href="(\/staff\/notices\?before=[^"]+)"/.exec(first.body)?.[1] ?? ''
  const second = await portal.get(next, cookies)
  const rowsIn = (body: string) => body.match(/<time/g)?.length
  expect([rowsIn(first.body), rowsIn(second.body)]).toEqual([50, 10])
  await portal.runJobs()
})

test('every letter has words in each language, a link of its own and no gaps', () => {
  const config = { publicUrl: 'https://example.kg', staffUrl: 'https://staff.example.kg' }
  for (const template of noticeTemplates) {
    for (const lang of langs) {
      const { subject, text } = writeLetter(config, { template, lang }, { link: 'https://x.example/l', code: '123456' })
      expect(subject.length).toBeGreaterThan(3)
      expect(text).toMatch(/https:\/\/\S+/)
      expect(text).not.toMatch(/undefined|—$/m)
    }
  }
  const called = writeLetter(config, { template: 'criticalAppeal', lang: 'en' }, {})
  expect(called.text).toContain('https://staff.example.kg/staff/queue/urgent')
  const told = writeLetter(config, { template: 'question', lang: 'ru' }, {})
  expect(told).toMatchObject({ subject: 'Для вас есть новое сообщение' })
  expect(told.text).toContain('https://example.kg/ru/appeal')
})

test('three letters a day say "received" to an address nobody confirmed; the fourth is kept and says why', async () => {
  const received = { to: 'victim@example.com', lang: 'en', template: 'received' } as const
  const send = (more: Partial<NewNotice> = {}) => enqueueNotice(portal.deps, { ...received, ...more })
  const states = async () =>
    (await portal.db.selectFrom('notices').select('state').orderBy('created_at').execute()).map(({ state }) => state)
  // At the same moment, and in any spelling of the address.
  await Promise.all([send(), send({ to: 'Victim@example.com' }), send(), send({ to: 'VICTIM@example.com' }), send()])
  await portal.runJobs()
  expect((await states()).toSorted()).toEqual(['held', 'held', 'sent', 'sent', 'sent'])
  expect(portal.mail.letters).toHaveLength(3)

  await send({ template: 'answer' })
  await send({ to: 'somebody.else@example.com' })
  await send({ isConfirmed: true })
  await portal.runJobs()
  expect(portal.mail.letters).toHaveLength(6)

  const page = await portal.get('/staff/notices?state=held', await portal.signIn('administrator', { lang: 'en' }))
  expect(page.body).toContain('Not sent: more than three such e-mails in a day to an unconfirmed address')
  portal.clock.advance(24 * HOUR)
  await send()
  await portal.runJobs()
  expect(portal.mail.letters).toHaveLength(7)
})

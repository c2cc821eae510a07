import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_BYTES_OF_APPEAL } from '#src/modules/files/rules.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { anAppeal } from '#test/support/appeals.ts'
import { multipart } from '#test/support/multipart.ts'
import { fieldIn, keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
let operator: Cookies
beforeAll(async () => {
  portal = await startPortal()
  operator = await portal.signIn('operator')
})
afterAll(() => portal.close())

const aPdf = { field: 'file', name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }
const isFull = fileTexts.appealHoldsEnough.ru

/** An appeal that the person and an operator have open: each sends a message with a file, or adds the file and sends nothing. */
async function bothWrite() {
  const person = personOn(portal)
  const { receipt, cookies } = await person.opened()
  const page = `/staff/appeals/${receipt.appealId}`
  return {
    appealId: receipt.appealId,
    async person(act: 'send' | 'file') {
      const key = keyIn((await person.view(cookies)).body)
      return person.write(cookies, { key, text: 'Вот договор', act }, aPdf)
    },
    async staff(act: 'send' | 'file') {
      const { body } = await portal.get(page, operator)
      const fields = {
        version: fieldIn(body, 'version'),
        formKey: fieldIn(body, 'formKey'),
        text: 'Ответ с приложением.',
      }
      const form = await multipart(act === 'file' ? { ...fields, send: 'file' } : fields, aPdf)
      return portal.app.inject({ method: 'POST', url: `${page}/answer`, cookies: { ...operator }, ...form })
    },
  }
}

/** The file that came last, made as large as all that a side may send. */
async function fillRoom(): Promise<void> {
  const last = portal.db.selectFrom('files').select('id').orderBy('created_at', 'desc').limit(1)
  const { id } = await last.executeTakeFirstOrThrow()
  await portal.db.updateTable('files').set({ bytes: MAX_BYTES_OF_APPEAL }).where('id', '=', id).execute()
}

const countSent = async (appealId: string) =>
  (
    await portal.db
      .selectFrom('files')
      .innerJoin('appeal_messages', (join) => join.on(sql<boolean>`appeal_messages.id::text = files.message_id`))
      .select('files.id')
      .where('appeal_messages.appeal_id', '=', appealId)
      .execute()
  ).length

test.for([
  { full: 'person', other: 'staff', act: 'file', how: 'unsent' },
  { full: 'person', other: 'staff', act: 'send', how: 'sent' },
  { full: 'staff', other: 'person', act: 'file', how: 'unsent' },
  { full: 'staff', other: 'person', act: 'send', how: 'sent' },
] as const)('files of $full that fill their room, $how, take none from $other', async ({ full, other, act }) => {
  const writes = await bothWrite()
  portal.clock.advance(1000)
  expect((await writes[full](act)).body).not.toContain(isFull)
  await fillRoom()
  const sent = await countSent(writes.appealId)
  expect(sent).toBe(act === 'send' ? 1 : 0)

  expect((await writes[full]('file')).body).toContain(isFull)
  expect((await writes[other]('file')).body).not.toContain(isFull)
  expect((await writes[other]('send')).statusCode).toBe(303)
  expect(await countSent(writes.appealId)).toBe(sent + 1)
})

test('a file that staff left unsent when both sides still had one place stays with its form, can be taken out and goes along', async () => {
  const { appealId } = await anAppeal(portal.deps)
  const page = `/staff/appeals/${appealId}`
  const { body } = await portal.get(page, operator)
  const formKey = fieldIn(body, 'formKey')
  const fields = { version: fieldIn(body, 'version'), formKey, text: 'Ответ с приложением.' }
  const post = async (more: Record<string, string>, file?: typeof aPdf) => {
    const form = await multipart({ ...fields, ...more }, file)
    return portal.app.inject({ method: 'POST', url: `${page}/answer`, cookies: { ...operator }, ...form })
  }
  const uploadAsBefore = async () => {
    await post({ send: 'file' }, aPdf)
    await portal.db
      .updateTable('files')
      .set({ owner_id: `message-${appealId}-${formKey}` })
      .where('owner_kind', '=', 'draft')
      .where('owner_id', 'like', `%-${appealId}-${formKey}`)
      .execute()
    return post({ send: 'file' })
  }
  const shown = await uploadAsBefore()
  expect(shown.body).toContain('a.pdf')
  const fileId = /value="([^"]+)" name="remove"/.exec(shown.body)?.[1] ?? ''
  expect((await post({ remove: fileId })).body).not.toContain('a.pdf')
  expect((await uploadAsBefore()).body).toContain('a.pdf')
  expect((await post({})).statusCode).toBe(303)
  expect(await countSent(appealId)).toBe(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { langs } from '#src/kernel/lang.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { MAX_BYTES_OF_APPEAL, MAX_FILES_OF_APPEAL } from '#src/modules/files/rules.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { anAppeal, aStaffVisitor } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import {
  acceptMessageFile,
  acceptStaffFile,
  listMessageFiles,
  listStaffFiles,
  removeMessageFile,
  removeStaffFile,
} from './index.ts'
import { draftOfMessage } from './rules/vault.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const key = () => Buffer.from(portal.random.bytes(16))
async function* aPdf() {
  yield await Promise.resolve(Buffer.from('%PDF-1.4\n%%EOF\n'))
}
const send = (appealId: string, messageKey: Buffer) =>
  acceptMessageFile(portal.deps, appealId, { messageKey, name: 'договор.pdf', stream: aPdf() })

type Owner = { readonly owner_kind: 'appeal' | 'draft'; readonly owner_id: string; readonly message_id?: string }
/** Sent with the first words. */
const sentTo = async (appealId: string): Promise<Owner> => {
  const opening = portal.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', appealId)
  const { id } = await opening.executeTakeFirstOrThrow()
  return { owner_kind: 'appeal', owner_id: appealId, message_id: id }
}
const insertFile = (id: string, bytes: number, owner: Owner) =>
  portal.db
    .insertInto('files')
    .values({
      ...owner,
      id,
      bytes,
      name_sealed: Buffer.from('x'),
      type: 'application/pdf',
      created_at: portal.clock.now(),
    })
    .execute()

test('an appeal holds a hundred files of the person and no more, however many messages are begun', async () => {
  const { appealId } = await anAppeal(portal.deps)
  const sent = await sentTo(appealId)
  for (let n = 0; n < MAX_FILES_OF_APPEAL - 1; n += 1) {
    const unsent = draftOfMessage('person', appealId, key())
    const owner = n % 2 === 0 ? sent : { owner_kind: unsent.kind, owner_id: unsent.id }
    await insertFile(`${appealId} ${n}`, 1, owner)
  }
  expect(await send(appealId, key())).toMatchObject({ ok: true })
  expect(await send(appealId, key())).toEqual({ ok: false, refusal: 'appealHoldsEnough' })
  const other = await anAppeal(portal.deps)
  expect(await send(other.appealId, key())).toMatchObject({ ok: true })
})

test('a person’s files of an appeal take two hundred megabytes together and no more, sent or not, and the refusal names both bounds', async () => {
  const { appealId } = await anAppeal(portal.deps)
  const unsent = draftOfMessage('person', appealId, key())
  const owners = [await sentTo(appealId), { owner_kind: unsent.kind, owner_id: unsent.id }]
  const almost = (MAX_BYTES_OF_APPEAL - MAX_FILE_BYTES) / owners.length
  for (const owner of owners) await insertFile(`${owner.owner_kind} of ${appealId}`, almost, owner)
  // How large the next one is shows only when it has come: it is let in as long as the largest would fit.
  expect(await send(appealId, key())).toMatchObject({ ok: true })
  expect(await send(appealId, key())).toEqual({ ok: false, refusal: 'appealHoldsEnough' })
  for (const lang of langs) {
    expect(fileTexts.appealHoldsEnough[lang]).toContain(String(MAX_FILES_OF_APPEAL))
    expect(fileTexts.appealHoldsEnough[lang]).toContain(String(MAX_BYTES_OF_APPEAL / 1024 / 1024))
  }
})

test('a member of staff removes an unsent file only from an appeal they may see', async () => {
  const { appealId, teamId } = await anAppeal(portal.deps)
  const messageKey = key()
  const visitor = await aStaffVisitor(portal.deps, 'operator')
  const operator = (...teamIds: string[]): StaffVisitor => ({ ...visitor, teamIds })
  const file = { messageKey, name: 'ответ.pdf', stream: aPdf() }
  const added = await acceptStaffFile(portal.deps, operator(teamId), appealId, file)
  const id = added?.ok ? added.value.id : ''
  expect(await removeStaffFile(portal.deps, operator('another-team'), appealId, messageKey, id)).toBe(false)
  expect(await removeStaffFile(portal.deps, operator(teamId), 'no id', messageKey, id)).toBe(false)
  expect(await removeMessageFile(portal.deps, appealId, messageKey, id)).toBe(false)
  expect(await listMessageFiles(portal.deps, appealId, messageKey)).toEqual([])
  expect(await listStaffFiles(portal.deps, appealId, messageKey)).toHaveLength(1)
  expect(await removeStaffFile(portal.deps, operator(teamId), appealId, messageKey, id)).toBe(true)
  expect(await listStaffFiles(portal.deps, appealId, messageKey)).toEqual([])
})

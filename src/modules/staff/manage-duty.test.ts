import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { startPortal, type Cookies, type TestPortal } from '#test/support/portal.ts'
import { makeStaff } from '#test/support/staff.ts'
import { listDuty } from './index.ts'

let portal: TestPortal
let cookies: Cookies
beforeAll(async () => {
  portal = await startPortal()
  cookies = await portal.signIn('supervisor')
})
afterAll(() => portal.close())

const move = (staffId: string, what: string) => portal.post(paths.staffDuty(), { staffId, move: what }, cookies)
const dutyPage = async () => (await portal.get(paths.staffDuty(), cookies)).body
const systemPage = async () => (await portal.get(paths.staffSystem(), await portal.signIn('administrator'))).body
const setState = (id: string, state: 'invited' | 'disabled' | 'active') =>
  portal.db.updateTable('staff').set({ state }).where('id', '=', id).execute()

test('the duty list keeps its order and tells only who can come', async () => {
  const [one, two, three] = [
    await makeStaff(portal.deps, 'operator'),
    await makeStaff(portal.deps, 'lawyer'),
    await makeStaff(portal.deps, 'supervisor', { lang: 'ky' }),
  ]
  const told = async () => (await listDuty(portal.deps)).map(({ staffId }) => staffId)
  for (const { id } of [one, two, three, two]) await move(id, 'add')
  expect(await told()).toEqual([one.id, two.id, three.id])
  expect(await listDuty(portal.deps)).toMatchObject([{ email: one.email }, {}, { email: three.email, lang: 'ky' }])
  await move(three.id, 'up')
  await move(three.id, 'up')
  await move(three.id, 'up')
  expect(await told()).toEqual([three.id, one.id, two.id])
  await move(one.id, 'off')
  expect(await told()).toEqual([three.id, two.id])
  await move(one.id, 'on')
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('id', '=', two.id).execute()
  await portal.db.updateTable('staff').set({ role: 'editor' }).where('id', '=', three.id).execute()
  expect(await told()).toEqual([one.id])
  await move(one.id, 'remove')
  expect(await told()).toEqual([])
  const editor = await makeStaff(portal.deps, 'editor')
  expect((await move(editor.id, 'add')).statusCode).toBe(422)
})

test('who has not finished the set-up is neither offered nor taken, and one who has to start anew is shown as unreachable', async () => {
  const waiting = await makeStaff(portal.deps, 'operator', { name: 'Ещё Не Готова' })
  await setState(waiting.id, 'invited')
  const page = await dutyPage()
  expect(page).not.toContain('Ещё Не Готова')
  expect(page).toContain('Тех, кто ещё не настроил учётную запись, в этом списке нет.')
  const refused = await move(waiting.id, 'add')
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('ещё не настроил учётную запись и не сможет открыть обращение')
  expect(await listDuty(portal.deps)).toEqual([])

  await setState(waiting.id, 'active')
  const added = await move(waiting.id, 'add')
  expect((await portal.get(String(added.headers.location), cookies)).body).toContain('Список дежурных изменён')
  await setState(waiting.id, 'invited')
  const marked = await dutyPage()
  expect(marked).toContain('открыть обращение пока не может')
  // On the list, and yet nobody is on duty.
  expect(marked).toContain('Никто не дежурит: о критическом обращении письмо получат только контролёры.')
  await setState(waiting.id, 'disabled')
  expect(await dutyPage()).toContain('учётная запись отключена')
})

test('an empty duty says who is told instead, and that nobody is where there is no supervisor either', async () => {
  await portal.db.deleteFrom('duty_list').execute()
  expect(await dutyPage()).toContain('письмо получат только контролёры')
  expect(await systemPage()).toContain('письмо получат только контролёры')
  await portal.db.updateTable('staff').set({ state: 'disabled' }).where('role', '=', 'supervisor').execute()
  expect(await systemPage()).toContain('о критическом обращении никто не узнает')
  await portal.db.updateTable('staff').set({ state: 'active' }).where('role', '=', 'supervisor').execute()
})

test('duty without anybody of the protection team is warned of, until one of them is on duty', async () => {
  const outsider = await makeStaff(portal.deps, 'operator')
  await move(outsider.id, 'add')
  expect(await dutyPage()).toContain('В группе защиты никто не работает')
  const protector = await makeStaff(portal.deps, 'lawyer', { teams: ['protection'] })
  for (const page of [await dutyPage(), await systemPage()]) expect(page).toContain('Из группы защиты никто не дежурит')
  await move(protector.id, 'add')
  for (const page of [await dutyPage(), await systemPage()]) expect(page).not.toContain('mek-red-line">')
})

test('the first page of the administrator says in each language what was checked and what is wrong', async () => {
  const heard = { ky: 'Эмнелер текшерилди', ru: 'Что проверено', en: 'What was checked' }
  for (const lang of ['ky', 'ru', 'en'] as const) {
    const { body } = await portal.get(paths.staffSystem(), await portal.signIn('administrator', { lang }))
    expect(body).toContain(heard[lang])
    expect(body).toContain('PostgreSQL')
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { routesOf } from '#test/support/route-table.ts'
import { believeIds } from '#tools/trust/support/believe-ids.ts'
import { tryAll } from '#test/support/access/try-all.ts'
import { mayKnow, staff } from '#test/support/access/model.ts'
import { makeWorld, things, visitorNames, type World } from '#test/support/access/world.ts'
import { aPhoto, keyIn, personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { aBrowser, hiddenIn, walkToCheck } from '#test/support/walk.ts'

let portal: TestPortal
let world: World
let isBelieving = false
const mend = believeIds(() => (isBelieving ? world : undefined))
beforeAll(async () => {
  portal = await startPortal({ config: { limitFactor: 1000 } })
  world = await makeWorld(portal)
})
afterAll(async () => {
  await portal.close()
  mend()
})

test(
  'every route lets in whom the model lets in, shows nobody what is not theirs, and tells no difference',
  { timeout: 240_000 },
  async () => {
    const { combinations, wrong } = await tryAll(portal, world, routesOf(portal.app), ['none'])
    expect(wrong).toEqual([])
    expect(combinations).toBeGreaterThan(4_500)
  },
)

test('an id that is believed out of an address or a form is found out: the test can go red', async () => {
  const few = routesOf(portal.app).filter(({ pattern }) => /^\/staff(\/account|\/find)?$/.test(pattern))
  const wrongOf = async () =>
    (await tryAll(portal, world, few, ['query', 'body'])).wrong.filter((one) => one.includes('swapped'))
  expect(await wrongOf()).toEqual([])
  isBelieving = true
  const wrong = await wrongOf()
  isBelieving = false
  const places = ['swapped in the query: shows ecret-', 'swapped in the body: shows ecret-']
  expect(places.filter((place) => wrong.some((one) => one.includes(place)))).toEqual(places)
})

test('ids of others in a form reach nothing: neither sessions, nor drafts, nor files', async () => {
  const [mine, others] = [await portal.signIn('operator'), await world.cookiesFor('supervisor')]
  const sessions = await portal.db.selectFrom('staff_sessions').select('id').orderBy('id').execute()
  // The last one is our own.
  for (const { id } of sessions.slice(0, -1)) await portal.post('/staff/account/sessions', { end: id }, mine)
  expect((await portal.get('/staff/account', others)).statusCode).toBe(200)

  const [one, other] = [aBrowser(portal), aBrowser(portal)]
  const check = await walkToCheck(one, { words: 'Secret of the first draft' })
  await walkToCheck(other)
  const firstDraft = hiddenIn(check, 'draft')
  const before = await countAppeals()
  const sent = await other.post('ask/send', { draft: firstDraft })
  expect([sent.statusCode, await countAppeals()]).toEqual([303, before])
  await one.upload('ask/files', await aPhoto())
  const filesOfDraft = () => portal.db.selectFrom('files').select('id').where('owner_id', '=', firstDraft).execute()
  const [file] = await filesOfDraft()
  await other.post('ask/files/remove', { file: file?.id ?? '' })
  expect(await filesOfDraft()).toEqual([file])

  // A photo of a message that is not sent yet, taken out under another person's session.
  const person = personOn(portal)
  const [owner, stranger] = [await person.opened(), await person.opened()]
  const key = keyIn((await person.view(owner.cookies)).body)
  const added = await person.write(owner.cookies, { key, text: 'x', act: 'file' }, await aPhoto())
  const unsent = /name="remove" value="([^"]+)"/.exec(added.body)?.[1] ?? ''
  await person.write(stranger.cookies, { key, text: 'x', remove: unsent })
  expect((await person.write(owner.cookies, { key, text: 'x', act: 'file' })).body).toContain(unsent)
})

test('a number is found by those who may know its appeal; to others it is the same as one that is not there', async () => {
  const { targets } = world
  // Each page brings a token of its own.
  const shapeOf = ({ statusCode, body }: { statusCode: number; body: string }, number: string) =>
    `${statusCode} ${body.replaceAll(number, 'N').replaceAll(/name="csrf" value="[^"]*"/g, '')}`
  for (const visitor of visitorNames) {
    const cookies = await world.cookiesFor(visitor)
    const find = (number: string) => portal.post('/staff/find', { number }, cookies)
    const nowhere = shapeOf(await find(targets.nowhere.number), targets.nowhere.number)
    for (const thing of things) {
      const { number, appealId } = targets[thing]
      const answer = await find(number)
      const isFound = answer.headers.location === `/staff/appeals/${appealId}`
      expect([visitor, thing, isFound]).toEqual([visitor, thing, mayKnow(visitor, thing) && staff.includes(visitor)])
      expect(isFound ? nowhere : shapeOf(answer, number)).toBe(nowhere)
    }
  }
})

test('who signs out is out, whatever cookie stays in the browser', async () => {
  const cookies = await portal.signIn('operator')
  await portal.post('/staff/sign-out', {}, cookies)
  expect((await portal.get('/staff/account', cookies)).statusCode).toBe(303)
  const person = await personOn(portal).opened()
  await portal.get('/exit', person.cookies)
  expect((await personOn(portal).view(person.cookies)).statusCode).toBe(303)
})

const countAppeals = async () =>
  Number(
    (
      await portal.db
        .selectFrom('appeals')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

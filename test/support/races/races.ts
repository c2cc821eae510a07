import type { LightMyRequestResponse as Answer } from 'fastify'
import { closeAppeal } from '#src/modules/appeals/index.ts'
import { addStaff } from '#src/modules/staff/index.ts'
import { codeAt } from '#src/modules/staff/rules/one-time-code.ts'
import { INTAKE_TEAM } from '#src/modules/staff/rules/team.ts'
import { anAppeal, aPerson } from '#test/support/appeals.ts'
import { wordsOf } from '#test/support/mail-server.ts'
import { multipart } from '#test/support/multipart.ts'
import { fieldIn, keyIn, personOn } from '#test/support/person.ts'
import type { TestPortal } from '#test/support/portal.ts'
import { cookiesOf, makeStaff } from '#test/support/staff.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck } from '#test/support/walk.ts'
import { addressOf, allAtOnce, countFaults, postFrom, type Race, type Round } from './race.ts'

const HOUR = 3_600_000
const entered = ({ statusCode, headers }: Answer) => statusCode === 303 && String(headers.location).startsWith('/staff')
const round = (answers: readonly Answer[], winners: number): Round => ({ winners, faults: countFaults(answers) })
const count = (answers: readonly Answer[], isWon: (answer: Answer) => boolean) => answers.filter(isWon).length
const newKey = (portal: TestPortal) => Buffer.from(portal.random.bytes(16))

const countRows = async ({ db }: TestPortal, table: 'appeals' | 'appeal_messages' | 'appeal_events') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows,
  )

/** What came in addition, and that everybody who was answered was told the same number. */
async function onlyNumber(portal: TestPortal, post: (turn: number, place: number) => Promise<Answer>): Promise<Round> {
  const before = await countRows(portal, 'appeals')
  const answers = await allAtOnce(post)
  const numbers = new Set(answers.filter(({ statusCode }) => statusCode === 200).map(numberIn))
  const opened = (await countRows(portal, 'appeals')) - before
  return { winners: opened, faults: countFaults(answers) + Math.abs(numbers.size - 1) }
}

const signsIn =
  (secret: 'code' | 'recoveryCode'): Race =>
  async (portal) => {
    // A code of this half minute, and no wrong tries of the round before.
    portal.clock.advance(HOUR)
    const staff = await makeStaff(portal.deps, 'operator')
    const given = secret === 'code' ? staff.code() : (staff.recoveryCodes[0] ?? '')
    const form = { email: staff.email, password: staff.password, [secret]: given }
    const answers = await allAtOnce((_, place) => postFrom(portal, place, '/staff/sign-in', form))
    return round(answers, count(answers, entered))
  }

/** What may happen once, and how a hundred try it at the same moment. */
export const races = {
  'a form sent again and again': async (portal) => {
    const browser = aBrowser(portal)
    const draft = hiddenIn(await walkToCheck(browser), 'draft')
    const cookies = browser.cookies()
    return onlyNumber(portal, (_, place) => postFrom(portal, place, '/ru/ask/send', { draft }, cookies))
  },

  'a call for help sent again and again': async (portal) => {
    const browser = aBrowser(portal)
    const key = hiddenIn(await browser.get('danger'), 'key')
    const form = { key, what: 'Забрали паспорт и заперли', where: 'Склад', country: 'RU' }
    return onlyNumber(portal, (_, place) => postFrom(portal, place, '/ru/danger', form, browser.cookies()))
  },

  'a code of the app': signsIn('code'),
  'a recovery code': signsIn('recoveryCode'),

  'a link to set up an account': async (portal) => {
    const email = `invited.${newKey(portal).toString('hex')}@staff.example`
    const added = await addStaff(portal.deps, { email, name: 'Invited', role: 'operator' })
    if (!added.ok) throw new Error(added.refusal)
    const path = new URL(added.value.link).pathname
    const { body } = await portal.get(path)
    const shown = Array.from(body.matchAll(/mek-code">((?:[A-Z2-7]{4} ?){4})</g), ([, line = '']) => line)
    const code = codeAt(shown.join('').replaceAll(' ', ''), portal.clock.now())
    const form = { secret: fieldIn(body, 'secret'), password: 'тоо башында аппак кар', code }
    const answers = await allAtOnce((_, place) => postFrom(portal, place, path, form))
    return round(
      answers,
      count(answers, ({ statusCode }) => statusCode === 200),
    )
  },

  'the last administrator': async (portal) => {
    const administrators = portal.db.updateTable('staff').set({ state: 'disabled' }).where('role', '=', 'administrator')
    await administrators.execute()
    const pair = [await makeStaff(portal.deps, 'administrator'), await makeStaff(portal.deps, 'administrator')] as const
    const cookies = [await cookiesOf(portal.deps, pair[0].id), await cookiesOf(portal.deps, pair[1].id)] as const
    const answers = await allAtOnce((turn, place) => {
      const [actor, target] = turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
      return postFrom(portal, place, `/staff/people/${pair[target].id}/disable`, {}, cookies[actor])
    })
    const active = portal.db
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'administrator')
      .where('state', '=', 'active')
    return round(answers, (await active.execute()).length)
  },

  'two operators who take the same appeal': async (portal) => {
    const { appealId } = await anAppeal(portal.deps)
    const hands = [await portal.signIn('supervisor'), await portal.signIn('supervisor')] as const
    const before = await countRows(portal, 'appeal_events')
    const answers = await allAtOnce((turn, place) => {
      const form = { version: '1', formKey: newKey(portal).toString('hex') }
      return postFrom(portal, place, `/staff/appeals/${appealId}/take`, form, hands[turn % 2 === 0 ? 0 : 1])
    })
    const { version } = await versionOf(portal, appealId)
    return {
      winners: version - 1,
      faults: countFaults(answers) + (before === (await countRows(portal, 'appeal_events')) ? 1 : 0),
    }
  },

  'an answer sent again and again': async (portal) => {
    const { appealId } = await anAppeal(portal.deps)
    const cookies = await portal.signIn('supervisor')
    const before = await countRows(portal, 'appeal_messages')
    const form = { version: '1', formKey: newKey(portal).toString('hex'), text: 'Ответ' }
    const answers = await allAtOnce((_, place) =>
      postFrom(portal, place, `/staff/appeals/${appealId}/answer`, form, cookies),
    )
    return round(answers, (await countRows(portal, 'appeal_messages')) - before)
  },

  'a reply sent again and again': async (portal) => {
    const person = personOn(portal)
    const { cookies } = await person.opened()
    const key = keyIn((await person.view(cookies)).body)
    const before = await countRows(portal, 'appeal_messages')
    const form = await multipart({ key, text: 'Ещё одно', act: 'send' })
    const answers = await allAtOnce((_, place) =>
      portal.app.inject({
        method: 'POST',
        url: '/ru/appeal/reply',
        cookies: { ...cookies },
        remoteAddress: addressOf(place),
        ...form,
      }),
    )
    return round(answers, (await countRows(portal, 'appeal_messages')) - before)
  },

  'opening a closed appeal again': async (portal) => {
    const person = personOn(portal)
    const { receipt, cookies } = await person.opened()
    const by = aPerson(receipt.appealId, portal.clock)
    await closeAppeal(portal.deps, { appealId: receipt.appealId, by, outcome: 'withdrawn' })
    const answers = await allAtOnce((_, place) => {
      const form = { key: newKey(portal).toString('base64url'), version: '2', reopenReason: 'Снова' }
      return postFrom(portal, place, '/ru/appeal/reopen', form, cookies)
    })
    const { version, round: rounds } = await versionOf(portal, receipt.appealId)
    return round(answers, version === 3 ? rounds - 1 : version)
  },

  // Five tries, however many at once: after a hundred wrong ones the right one comes too late. One winner: nobody's.
  'guessing the code of a contact': async (portal) => {
    const person = personOn(portal)
    const email = `person.${newKey(portal).toString('hex')}@example.org`
    const { cookies } = await person.opened({ person: { contacts: [{ kind: 'email', value: email }], isSafe: 'yes' } })
    await portal.post('/ru/appeal/code', {}, cookies)
    await portal.runJobs()
    const letters = portal.mail.letters
      .filter(({ to }) => to.includes(email))
      .map(wordsOf)
      .join('\n')
    const code = /\b\d{6}\b/.exec(letters.replaceAll(/https?:\S+/g, ''))?.[0] ?? ''
    const wrong = code === '000000' ? '111111' : '000000'
    const answers = await allAtOnce((turn, place) =>
      postFrom(portal, place, '/ru/appeal/confirm', { code: turn < 99 ? wrong : code }, cookies),
    )
    const verified = portal.db.selectFrom('contacts').select('id').where('verified_at', 'is not', null)
    const isGuessed = (await verified.execute()).length > 0
    return { winners: isGuessed ? 2 : 1, faults: countFaults(answers) + (code === '' ? 1 : 0) }
  },

  'a team named again and again': async (portal) => {
    const { appealId } = await anAppeal(portal.deps, { topicId: 'unpaid-wages' })
    const other = (await versionOf(portal, appealId)).team_id === INTAKE_TEAM ? 'consultations' : INTAKE_TEAM
    const cookies = await portal.signIn('supervisor')
    const answers = await allAtOnce((_, place) => {
      const form = { version: '1', formKey: newKey(portal).toString('hex'), teamId: other, reason: 'Им виднее' }
      return postFrom(portal, place, `/staff/appeals/${appealId}/handToTeam`, form, cookies)
    })
    return round(answers, (await versionOf(portal, appealId)).version - 1)
  },
} as const satisfies Record<string, Race>

const versionOf = ({ db }: TestPortal, id: string) =>
  db.selectFrom('appeals').select(['version', 'round', 'team_id']).where('id', '=', id).executeTakeFirstOrThrow()

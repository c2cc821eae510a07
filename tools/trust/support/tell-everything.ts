import sharp from 'sharp'
import { codeAt } from '#src/modules/staff/rules/one-time-code.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { multipart } from '#test/support/multipart.ts'
import { cookiesAfter, type Cookies } from '#test/support/portal.ts'
import { fieldIn, keyIn } from '#test/support/person.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'
import { newDigits, type Nest } from './canaries.ts'
import type { Door } from './over-http.ts'

/** A photo that says where it was taken and by whom, and a document with its author's name. */
export async function telltalePhoto(artist: string, place: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } })
  const exif = { IFD0: { Artist: artist, Copyright: artist }, IFD3: { GPSLatitudeRef: 'N', GPSAreaInformation: place } }
  return picture
    .withExif(exif)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${artist}</rdf></x:xmpmeta>`)
    .jpeg()
    .toBuffer()
}

export const telltaleDocument = (author: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Author (${author}) /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`)

export type Kind = 'ordinary' | 'protected'

/** Files a whole appeal through all seven screens, with a canary in every field; gives its page's cookies. */
export async function tellAppeal(door: Door, nest: Nest, kind: Kind) {
  const browser = aBrowser(door)
  // Of an ordinary appeal its words are in clear: SECURITY.md, first line of the table.
  const words = (where: string) =>
    kind === 'protected'
      ? nest.sealed(`${where}, protected appeal`)
      : nest.clear(`${where}, ordinary appeal`, 'words, answers and city of ordinary appeals')
  const sealed = (where: string, text?: string) => nest.sealed(`${where}, ${kind} appeal`, text)
  const contact = {
    name: sealed('name'),
    email: `${sealed('e-mail')}@example.org`,
    phone: `+7916${sealed('phone', newDigits(7))}`,
    pin: sealed('PIN', `201011990${newDigits(5)}`),
    safeContact: 'email-or-call',
    ...(kind === 'protected' ? { protection: 'yes' } : {}),
  }
  const file = async (name: string, bytes: Uint8Array) => browser.upload('ask/files', { name, bytes })
  await browser.save('who', {
    asWho: 'citizen',
    onBehalf: 'no',
    country: 'RU',
    city: words('city'),
    citizenship: 'KG',
    inDanger: 'no',
    lang: 'ru',
    kind: 'problem-report',
  })
  await browser.save('topic', { topic: 'unpaid-wages' })
  const questions = await browser.save('words', { message: `Мне не платят. ${words('words')}` })
  await browser.save(
    'questions',
    answersOn(questions.body, () => words('answer')),
  )
  await file(
    `${sealed('name of a photo')}.jpg`,
    await telltalePhoto(sealed('author in a photo'), sealed('place in a photo')),
  )
  await file(`${sealed('name of a document')}.pdf`, telltaleDocument(sealed('bytes of a document')))
  const check = await browser.save('contact', contact)
  const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
  const number = numberIn(receipt)
  if (number === undefined) throw new Error(`The appeal was not taken: ${receipt.statusCode}.`)
  sealed('secret words', wordsIn(receipt).join(' '))
  const opened = await door.post('/ru/appeal/open', { number, secret: wordsIn(receipt).join(' ') })
  const cookies = cookiesAfter(opened, browser.cookies())
  sealed('cookie of the appeal', cookies['appeal'])
  sealed('cookie of the draft', cookies['draft'])
  await reply(
    door,
    cookies,
    words('reply'),
    `${sealed('name of a file of a reply')}.pdf`,
    sealed('bytes of a file of a reply'),
  )
  return { number, cookies, words }
}

/** The person closes it and says why it did not help. */
export async function tellRating(door: Door, cookies: Cookies, words: (where: string) => string) {
  const page = await door.get('/ru/appeal/view', cookies)
  const closing = {
    outcome: 'solved',
    closeReason: words('reason of the person'),
    version: fieldIn(page.body, 'version'),
  }
  const closed = await door.post('/ru/appeal/close', closing, cookies)
  const rating = { score: 'partly', round: '1', ratingWords: words('words to a rating') }
  const rated = await door.post('/ru/appeal/rate', rating, cookies)
  if (closed.statusCode !== 303 || rated.statusCode !== 303) throw new Error('The rating was not taken.')
}

/** Fills every field for free text that the page of questions has. */
function answersOn(body: string, word: () => string): Record<string, string> {
  const fields = [...body.matchAll(/<(?:textarea|input)[^>]*name="(q-[\w-]+)"[^>]*>/g)]
  const isText = ([tag]: RegExpMatchArray) =>
    tag.startsWith('<textarea') || (/type="text"/.test(tag) && !/inputmode|amount|-(day|month|year|count)"/.test(tag))
  return Object.fromEntries(fields.filter(isText).map(([, name = '']) => [name, word()]))
}

async function reply(door: Door, cookies: Cookies, text: string, name: string, bytes: string) {
  const key = keyIn((await door.get('/ru/appeal/view', cookies)).body)
  const form = await multipart({ key, text, act: 'send' }, { field: 'file', name, bytes: telltaleDocument(bytes) })
  const answer = await door.app.inject({ method: 'POST', url: '/ru/appeal/reply', cookies: { ...cookies }, ...form })
  if (answer.statusCode !== 303) throw new Error(`The reply was not taken: ${answer.statusCode}.`)
}

/** A call for help, a draft that is never sent, and what is typed in vain. */
export async function tellTheRest(door: Door, nest: Nest) {
  const key = fieldIn((await door.get('/ru/danger')).body, 'key')
  const email = `${nest.sealed('safe way, danger report')}@example.org`
  const told = {
    key,
    country: 'RU',
    where: nest.sealed('place, danger report'),
    what: nest.sealed('words, danger report'),
    reach: `пишите на ${email}`,
  }
  if ((await door.post('/ru/danger', told)).statusCode !== 200) throw new Error('The call for help was not taken.')

  const browser = aBrowser(door)
  await walkToCheck(browser, {
    who: { city: nest.sealed('city, draft') },
    words: nest.sealed('words, draft'),
    contact: {
      name: nest.sealed('name, draft'),
      email: `${nest.sealed('e-mail, draft')}@example.org`,
      safeContact: 'email',
    },
  })
  await browser.upload('ask/files', {
    name: `${nest.sealed('name of a file, draft')}.pdf`,
    bytes: telltaleDocument(nest.sealed('bytes of a file, draft')),
  })

  await door.post('/ru/appeal/open', { number: nest.sealed('wrong number'), secret: nest.sealed('wrong words') })
  await door.post('/staff/sign-in', {
    email: `${nest.sealed('wrong account')}@example.org`,
    password: nest.sealed('wrong password'),
    code: '000000',
  })
  await door.get(`/ru/${nest.sealed('address that is not there')}`)
  await door.get(`/ru/verify/${nest.sealed('wrong link')}`)
}

/** Staff answer and note on both, invite a colleague. */
export async function tellAsStaff(door: Door, nest: Nest, dataDir: string, numbers: Readonly<Record<Kind, string>>) {
  const supervisor = await signInFrom(door, dataDir, 'supervisor')
  nest.sealed('cookie of staff', supervisor['staff'])
  for (const kind of ['ordinary', 'protected'] as const) {
    const word = (where: string) =>
      kind === 'protected'
        ? nest.sealed(`${where}, protected appeal`)
        : nest.clear(`${where}, ordinary appeal`, 'words, answers and city of ordinary appeals')
    const found = await door.post('/staff/find', { number: numbers[kind] }, supervisor)
    const address = String(found.headers.location)
    for (const [act, fields] of [
      ['note', { text: word('note of staff') }],
      ['answer', { text: word('answer of staff') }],
      ['changeTopic', { topicId: 'contract-conditions', reason: word('reason of staff') }],
    ] as const) {
      const { body } = await door.get(address, supervisor)
      const form = { ...fields, version: fieldIn(body, 'version'), formKey: fieldIn(body, 'formKey') }
      const answer = await door.post(`${address}/${act}`, form, supervisor)
      if (answer.statusCode !== 303) throw new Error(`${act} on the ${kind} appeal answered ${answer.statusCode}.`)
    }
  }
  const administrator = await signInFrom(door, dataDir, 'admin')
  const invitation = {
    email: `${nest.sealed('e-mail of staff')}@example.org`,
    name: nest.clear('name of staff', 'names of staff'),
    role: 'operator',
    lang: 'ru',
    teams: 'intake',
  }
  const invited = await door.post('/staff/people/invite', invitation, administrator)
  if (invited.statusCode >= 400) throw new Error(`The invitation answered ${invited.statusCode}.`)
}

async function signInFrom(door: Door, dataDir: string, name: string): Promise<Cookies> {
  const line = readFileSync(join(dataDir, 'rehearsal-accounts.txt'), 'utf8')
    .split('\n')
    .find((one) => one.includes(`${name}@`))
  const [, email = '', password = '', secret = ''] = /(\S+@\S+)\s+password (\S+)\s+secret (\S+)/.exec(line ?? '') ?? []
  const answer = await door.post('/staff/sign-in', { email, password, code: codeAt(secret, new Date()) })
  if (answer.statusCode !== 303) throw new Error(`${name} could not sign in: ${answer.statusCode}.`)
  return cookiesAfter(answer)
}

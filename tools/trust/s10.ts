import { cookiesAfter } from '#test/support/portal.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'
import { makeNest, newDigits, type Nest } from './support/canaries.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { overHttp } from './support/over-http.ts'
import { search, startMachine } from './support/seized.ts'
import { telltalePhoto } from './support/tell-everything.ts'

const REPORTS = 200

/**
 * S10: who was it? Anonymous reports come with a telling address, browser, language list, referrer and photo; then
 * everything the machine keeps is searched for them, and the photos as they are handed out again, too. The exact time is not
 * among them: it is not hidden yet, docs/decisions/0007 says why.
 * `isBroken` logs requests the way one does in haste.
 */
export async function s10({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const reports = isQuick ? (isBroken ? 1 : 5) : REPORTS
  const machine = await startMachine({}, isBroken ? './tools/trust/support/talkative.mjs' : undefined)
  try {
    const nest = makeNest()
    let handedOut = 0
    for (let report = 0; report < reports; report++) handedOut += await reportFrom(machine.port, nest, report)
    const finds = search(machine.home, await machine.seize(), nest.all)
    for (const { canary, places } of finds.slice(0, 20)) console.error(`  ${canary.where}: ${places.join(', ')}`)
    return {
      goal: 'S10',
      figure: `${finds.length} of ${nest.all.length} traces found in ${reports} anonymous reports, ${handedOut} photos that still tell`,
      target: `0 of address, browser, language list, referrer and what a photo tells${isQuick ? '' : `, in ${REPORTS} reports`}; the exact time is not hidden yet and not tried (decision 7)`,
      pass: finds.length + handedOut === 0,
    }
  } finally {
    await machine.remove()
  }
}

/** One anonymous report. Gives 1 when its photo, handed out again, still holds what it held. */
async function reportFrom(port: number, nest: Nest, report: number): Promise<number> {
  const localAddress = `127.${60 + (report % 150)}.${100 + Math.floor(report / 150)}.${100 + (report % 100)}`
  nest.sealed('address', localAddress)
  const forwarded = `203.0.${100 + (report % 100)}.${100 + Math.floor(report / 2)}`
  const always = {
    'user-agent': `Mozilla/5.0 ${nest.sealed('browser')}`,
    'accept-language': `ky;q=0.9, x-${nest.sealed('language list')}`,
    referer: `https://${nest.sealed('referrer')}.example/page`,
    'x-forwarded-for': nest.sealed('forwarded address', forwarded),
  }
  const door = overHttp(port, { always, localAddress })
  const browser = aBrowser(door)
  const check = await walkToCheck(browser, { words: `Сообщение ${newDigits(6)}` })
  const [author, place] = [nest.sealed('author of a photo'), nest.sealed('place of a photo')]
  await browser.upload('ask/files', {
    name: `${nest.sealed('name of a photo')}.jpg`,
    bytes: await telltalePhoto(author, place),
  })
  const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
  const opened = await door.post('/ru/appeal/open', {
    number: numberIn(receipt) ?? '',
    secret: wordsIn(receipt).join(' '),
  })
  const cookies = cookiesAfter(opened)
  const { body } = await door.get('/ru/appeal/view', cookies)
  const address = /\/ru\/appeal\/files\/[\w-]+/.exec(body)?.[0]
  if (address === undefined) throw new Error('The photo is not on the page of the appeal.')
  const photo = await door.bytes(address, cookies)
  // Mistakes are logged, and must not tell more than the rest.
  await door.post('/ru/appeal/open', { number: 'KG-26-0000000-0', secret: '0000-0000-0000-00' })
  await door.get('/staff/people')
  await door.get('/ru/%')
  return photo.length < 100 || photo.includes(author) || photo.includes(place) ? 1 : 0
}

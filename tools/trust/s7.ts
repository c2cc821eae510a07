import { hasClamd, startClamd } from '#test/support/clamd.ts'
import { cookiesAfter, type Cookies } from '#test/support/portal.ts'
import { aPdf, catchZoo, eicar, type Animal } from '#test/support/zoo/corpus.ts'
import { aSenderOf, faultsOf, hasExiftool, leaksSeenBy, type Sent } from '#test/support/zoo/send-all.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck, wordsIn } from '#test/support/walk.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { watchMemory } from './support/memory.ts'
import { overHttp, type Door } from './support/over-http.ts'
import { startMachine } from './support/seized.ts'

/**
 * S7: hostile files sent to the real program by somebody with an appeal; what it hands out again is judged by its headers, by
 * what was hidden in it, and by exiftool where that is installed. With clamd, EICAR's sign, too. `isBroken` takes the cleaning
 * away.
 */
export async function s7({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const clamd = hasClamd ? await startClamd() : undefined
  const settings = { LIMIT_FACTOR: '100', ...(clamd && { CLAMD_ADDRESS: clamd.address.path }) }
  const machine = await startMachine(settings, isBroken ? './tools/trust/support/no-cleaning.mjs' : undefined)
  try {
    const door = overHttp(machine.port)
    const send = aSenderOf(door, await openAppeal(door))
    const zoo = await catchZoo()
    const photo = zoo.find(({ becomes }) => becomes === 'jpg')
    if (photo) await send(photo)
    const memory = watchMemory(machine.pid)
    const sent: Sent[] = []
    for (let round = 0; round < (isQuick ? 1 : 2); round += 1) for (const one of zoo) sent.push(await send(one))
    const scanned = clamd && (await send(anInfected))
    return judge(sent, scanned, memory.stop())
  } finally {
    await machine.remove()
    await clamd?.close()
  }
}

const anInfected: Animal = { what: "EICAR's sign", name: 'a.pdf', bytes: aPdf(eicar), becomes: 'pdf' }

async function openAppeal(door: Door): Promise<Cookies> {
  const browser = aBrowser(door)
  const check = await walkToCheck(browser)
  const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
  const opened = await door.post('/ru/appeal/open', {
    number: numberIn(receipt) ?? '',
    secret: wordsIn(receipt).join(' '),
  })
  return cookiesAfter(opened, browser.cookies())
}

function judge(
  sent: readonly Sent[],
  scanned: Sent | undefined,
  { grown, ofAChild }: { readonly grown: number; readonly ofAChild: number },
): GoalResult {
  const faults = sent.flatMap((one) => faultsOf(one).map((fault) => `${one.animal.what}: ${fault}`))
  for (const fault of new Set(faults)) console.error(`  ${fault}`)
  const served = sent.flatMap((one) => one.served ?? [])
  const leaks = hasExiftool() ? leaksSeenBy(served) : undefined
  for (const leak of new Set(leaks)) console.error(`  ${leak}`)
  const slowest = Math.max(...sent.map(({ seconds }) => seconds))
  const said = [
    `${new Set(faults).size} faults with ${sent.length} files, ${served.length} of them taken`,
    leaks === undefined ? 'no exiftool to look again' : `exiftool finds ${leaks.length} places and names`,
    scanned === undefined ? 'no clamd to try EICAR' : `EICAR ${scanned.served ? 'handed out' : 'removed'}`,
    `+${grown} MB, the reader of one file ${ofAChild} MB, slowest ${slowest.toFixed(1)} s`,
  ]
  return {
    goal: 'S7',
    figure: said.join('; '),
    target: 'none served as active content, with its place or a name; the form survives; at most +150 MB, 5 s each',
    pass: faults.length === 0 && (leaks?.length ?? 0) === 0 && scanned?.served === undefined && grown <= 150,
  }
}

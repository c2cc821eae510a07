import type { LightMyRequestResponse as Answer } from 'fastify'
import { fillPattern, type RouteEntry } from '#test/support/route-table.ts'
import type { TestPortal } from '#test/support/portal.ts'
import { mayKnow, persons, rowName, rows, staff, type Row } from './model.ts'
import { things, visitorNames, type Thing, type VisitorName, type World } from './world.ts'

/** What became of a request, as far as access goes. */
type Verdict = 'in' | 'signIn' | 'openAppeal' | 'forbidden' | 'notThere'

type Attempt = {
  readonly route: RouteEntry
  readonly row: Row
  readonly visitor: VisitorName
  /** The appeal and the file that the address names; of two, an attacker crosses them. */
  readonly appeal: Thing
  readonly file: Thing
  readonly params: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, string>>
  readonly swap: Swap
}

/** Ids put where nobody asked for them: a program that believes them opens another's door. */
export const swaps = ['none', 'query', 'body', 'header', 'cookie'] as const
export type Swap = (typeof swaps)[number]

export type Findings = { combinations: number; readonly wrong: string[] }

/** Every route × visitor × thing (× swap): what came out is compared with the model. */
export async function tryAll(
  portal: TestPortal,
  world: World,
  routes: readonly RouteEntry[],
  tried: readonly Swap[],
): Promise<Findings> {
  const found: Findings = { combinations: 0, wrong: [] }
  const missing = new Map<string, string>()
  for (const route of routes) {
    const row = rows[rowName(route.method, route.pattern)]
    if (!row) {
      found.wrong.push(`${rowName(route.method, route.pattern)} stands in no row of the model`)
      continue
    }
    if (row.endsSession) continue
    for (const attempt of attemptsOn(route, row, tried)) {
      found.combinations += 1
      const answer = await send(portal, world, attempt)
      for (const problem of problemsOf(world, attempt, answer, missing))
        found.wrong.push(`${nameOf(attempt)}: ${problem}`)
    }
  }
  const known = new Set(routes.map(({ method, pattern }) => rowName(method, pattern)))
  for (const name of Object.keys(rows))
    if (!known.has(name)) found.wrong.push(`${name} is in the model and no route any more`)
  return found
}

function* attemptsOn(route: RouteEntry, row: Row, tried: readonly Swap[]): Generator<Attempt> {
  // In a short run the form that would be taken stands for the empty one.
  const bodies = (tried.length === 1 ? row.bodies?.slice(-1) : row.bodies) ?? [{}]
  const appeals = row.over ? things : (['nowhere'] as const)
  for (const visitor of visitorNames)
    // The one that is not there comes first: what the others are answered is compared with it.
    for (const appeal of appeals.toReversed())
      for (const file of row.over === 'file' ? things.toReversed() : (['nowhere'] as const))
        for (const params of paramsOf(row))
          for (const body of bodies)
            for (const swap of tried)
              // Without a form nothing can be swapped in it.
              if (swap !== 'body' || route.method === 'POST')
                yield { route, row, visitor, appeal, file, params, body, swap }
}

/** All combinations of what an address names. */
function paramsOf({ params = {} }: Row): Record<string, string>[] {
  return Object.entries(params).reduce<Record<string, string>[]>(
    (made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

async function send(portal: TestPortal, world: World, attempt: Attempt): Promise<Answer> {
  const { route, appeal, file, params, body, swap, visitor } = attempt
  const { targets, victimId } = world
  const named: Record<string, string> = { lang: 'ru', '*': 'none.css' }
  for (const [name, value] of Object.entries(params)) named[name] = value.replace(/^[!?]/, '')
  if (attempt.row.over) named['fileId'] = targets[file].fileId
  if (attempt.row.over && named['id'] === undefined) named['id'] = targets[appeal].appealId
  const path = fillPattern(route.pattern, (name) => (named[name] === 'VICTIM' ? victimId : (named[name] ?? 'x')))
  const other = strangerTo(world, visitor)
  const strangers = { id: other.appealId, appealId: other.appealId, fileId: other.fileId, number: other.number }
  const posted = new URLSearchParams(swap === 'body' ? { ...strangers, ...body } : body).toString()
  return portal.app.inject({
    method: route.method === 'POST' ? 'POST' : 'GET',
    url: swap === 'query' ? `${path}?${new URLSearchParams(strangers)}` : path,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(route.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(swap === 'header' ? forgedHeaders(other.appealId) : {}),
    },
    ...(route.method === 'POST' ? { payload: posted } : {}),
    cookies: {
      ...(await world.cookiesFor(visitor)),
      ...(swap === 'cookie' ? { id: other.appealId, role: 'supervisor' } : {}),
    },
    remoteAddress: `10.1.${visitorNames.indexOf(visitor)}.${(counter++ >> 5) & 255}`,
  })
}

/** An appeal that is not the visitor's, whose ids are put where nobody asked for them. */
const strangerTo = ({ targets }: World, visitor: VisitorName) =>
  targets[mayKnow(visitor, 'protected') ? 'inConsultations' : 'protected']

// The limit by address has its own test.
let counter = 0

const forgedHeaders = (appealId: string) => ({
  'x-original-url': `/staff/appeals/${appealId}`,
  'x-rewrite-url': `/staff/appeals/${appealId}`,
  'x-forwarded-host': 'localhost',
  'x-forwarded-user': 'supervisor',
  'x-http-method-override': 'GET',
  authorization: 'Bearer supervisor',
})

function problemsOf(world: World, attempt: Attempt, answer: Answer, missing: Map<string, string>): string[] {
  const { visitor, row, appeal, file } = attempt
  const problems: string[] = []
  const verdict = verdictOf(attempt, answer)
  const expected = expectedOf(attempt)
  if (!expected.includes(verdict))
    problems.push(`is ${verdict} (${answer.statusCode}), must be ${expected.join(' or ')}`)
  if (answer.statusCode >= 500) problems.push(`answers ${answer.statusCode}`)
  // What one sends oneself comes back, and is no leak: of the appeal that was named that is its number alone.
  const isSent = attempt.swap === 'body' || attempt.swap === 'query'
  const sentNumber = isSent ? strangerTo(world, visitor).number : undefined
  for (const thing of things) {
    const secrets = world.targets[thing].secrets.filter((secret) => secret !== sentNumber)
    const leaked = secrets.find((secret) => answer.body.includes(secret))
    if (leaked !== undefined && !mayKnow(visitor, thing)) problems.push(`shows ${leaked} of the appeal ${thing}`)
  }
  if (row.over && verdict === 'notThere') {
    // "Not yours" and "not there": the same code, words and size but for the id that was asked for.
    const { appealId, fileId } = world.targets[row.over === 'file' ? file : appeal]
    const sent = answer.body.replaceAll(/\?id=[^"]*/g, '')
    const words = sent.replaceAll(fileId, 'F').replaceAll(`appeals/${appealId}`, 'appeals/#')
    const shape = `${answer.statusCode} ${answer.body.length} ${Object.keys(answer.headers).join(' ')} ${words}`
    const key = JSON.stringify([attempt.route.pattern, visitor, attempt.params, attempt.body, attempt.swap])
    const first = missing.get(key) ?? shape
    missing.set(key, first)
    if (first !== shape) problems.push('is told from one that is not there')
  }
  return problems
}

function expectedOf({ row, route, visitor, appeal, file, params }: Attempt): readonly Verdict[] {
  if (row.who === 'anyone') return ['in']
  const isPersonal = route.pattern.startsWith('/:lang')
  if (isPersonal && !persons.includes(visitor)) return ['openAppeal']
  if (!isPersonal && !staff.includes(visitor)) return ['signIn']
  if (!row.who.includes(visitor)) return ['forbidden']
  const given = Object.values(params)
  if (given.some((value) => value.startsWith('!'))) return ['notThere']
  if (row.over === 'appeal' && !mayKnow(visitor, appeal)) return ['notThere']
  // The file of one appeal does not come out under the address of another.
  if (row.over === 'file' && !(mayKnow(visitor, file) && (isPersonal || appeal === file))) return ['notThere']
  return row.answersNotThere || given.some((value) => value.startsWith('?')) ? ['in', 'notThere'] : ['in']
}

function verdictOf({ row }: Attempt, { statusCode, headers, body }: Answer): Verdict {
  if (row.who === 'anyone') return 'in'
  const to = statusCode === 303 ? String(headers.location) : ''
  // A page that was asked for is come back to; what was posted stays in the page where one comes in.
  const isAskedIn = (at: string) => statusCode === 403 && body.includes(`action="${at}"`)
  if (/^\/staff\/sign-in(\?|$)/.test(to) || isAskedIn('/staff/sign-in')) return 'signIn'
  if (to === '/ru/appeal' || isAskedIn('/ru/appeal/open')) return 'openAppeal'
  if (statusCode === 403) return 'forbidden'
  if (statusCode === 404) return 'notThere'
  return 'in'
}

const nameOf = ({ route, visitor, appeal, file, params, body, swap, row }: Attempt) =>
  [
    `${route.method} ${route.pattern.replace(/\(\^[^)]*\)\$\)/, '')}`,
    `as ${visitor}`,
    ...(row.over ? [`on ${appeal}${row.over === 'file' ? ` with the file of ${file}` : ''}`] : []),
    ...Object.values(params),
    ...(Object.keys(body).length > 0 ? ['with a form'] : []),
    ...(swap === 'none' ? [] : [`swapped in the ${swap}`]),
  ].join(' ')

import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#tools/trust/support/postgres.ts'
import { bestOf, loadForms, loadPage, type Form, type Measured } from './load.ts'
import { routeLike, startPeer, type PlannedRoute } from './plan.ts'
import { rehearse, signInAsSupervisor, startPortal, type Place, type Portal } from './portal.ts'
import { openOwnAppeal, walkToCheck, type Visitor } from './visitor.ts'
import { weigh, type Weight } from './weigh.ts'
import { askOnWire, type OnTheWire } from './wire.ts'

export type Line = {
  readonly name: string
  readonly ours: Measured
  readonly bytes: number
  readonly limit: { readonly of: 'bytes' | 'sql' | 'submit'; readonly measured: Measured }
}

export type Figures = {
  readonly lines: readonly Line[]
  readonly queueGrowth: number
  readonly startMs: number
  readonly memory: { readonly now: number; readonly most: number }
  readonly filledPerSecond: number
  readonly heaviest: Weight
}

/** Two databases of one kind: one with few appeals, one with many. `peerPlace`: where the bare routes run their statements. */
export type Setting = {
  readonly few: Place
  readonly many: Place
  readonly peer: Place
  readonly appeals: number
  readonly folder: string
  /** How long each round of a page lasts. */
  readonly seconds: number
}

const FEW = 500
const ROUNDS = 3
const FORMS = 150

const pages = {
  home: { path: '/ru', kind: 'bytes' },
  form: { path: '/ru/ask', kind: 'bytes' },
  draft: { path: '/ru/ask/words', kind: 'read' },
  mine: { path: '/ru/appeal/view', kind: 'read' },
  queue: { path: '/staff/queue/myTeam', kind: 'read' },
  submit: { path: '/ru/ask/send', kind: 'submit' },
} as const
type PageName = keyof typeof pages

export async function measure(setting: Setting, say: (line: string) => void): Promise<Figures> {
  const { few, many, peer, appeals, folder } = setting
  rehearse(few, FEW)
  say(`filling with ${appeals} appeals`)
  const filledPerSecond = rehearse(many, appeals)
  say(`filled at ${filledPerSecond} a second; recording the statements of each page`)
  const recorded = await recordAll(setting)
  // Every page's visitor goes on with the sessions of the recording: they are in the database.
  if (many.databaseUrl === undefined) cpSync(join(many.dataDir, 'pg'), join(peer.dataDir, 'pg'), { recursive: true })

  await using running = new AsyncDisposableStack()
  const start = async (place: Place) => {
    const started = await startPortal(place)
    running.defer(() => started.stop())
    return started
  }
  const [portal, small] = [await start(many), await start(few)]
  const port = await freePort()
  const bare = await startPeer(join(folder, 'plan.json'), { port, database: peer, routes: recorded.routes })
  running.defer(() => bare.stop())
  const smallCookie = (await signInAsSupervisor(few, small.port)).cookie()
  const lines = await measureAll(
    { portal, small, smallCookie, barePort: port, recorded, seconds: setting.seconds },
    say,
  )
  const weights: Weight[] = []
  for (const path of publicPages) weights.push(await weigh(portal.port, path))
  for (const name of ['draft', 'mine'] as const)
    weights.push(await weigh(portal.port, pages[name].path, recorded.cookies[name]))
  const heaviest = weights.reduce((most, one) => (one.all > most.all ? one : most))
  const { startMs } = recorded
  const [atFew, atMany] = lines.filter(({ name }) => name.startsWith('queue'))
  const queueGrowth = atFew && atMany ? atFew.ours.perSecond / atMany.ours.perSecond : Number.NaN
  return { lines, queueGrowth, startMs, memory: portal.memory(), filledPerSecond, heaviest }
}

const publicPages = ['ky', 'ru', 'en'].flatMap((lang) =>
  ['', '/topics', '/foreigners', '/about', '/privacy', '/accessibility', '/danger', '/ask', '/appeal'].map(
    (rest) => `/${lang}${rest}`,
  ),
)

type Recorded = {
  readonly cookies: Readonly<Record<PageName, string>>
  readonly answers: Readonly<Record<PageName, OnTheWire>>
  readonly routes: readonly PlannedRoute[]
  readonly startMs: number
}

/** Asks for each page once while every statement is written down. */
async function recordAll({ many, folder }: Setting): Promise<Recorded> {
  const file = join(folder, 'statements.jsonl')
  const portal = await startPortal(many, file)
  const linesNow = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])
  const during = async (ask: () => Promise<OnTheWire>) => {
    const before = linesNow().length
    const answer = await ask()
    return { answer, statements: linesNow().slice(before) }
  }
  try {
    const staff = await signInAsSupervisor(many, portal.port)
    const person = await openOwnAppeal(portal.port)
    const sender = await walkToCheck(portal.port)
    const drafter = await walkToCheck(portal.port)
    const ask = (name: PageName, visitor: Visitor | undefined, body?: string) =>
      during(() => askFor(portal.port, name, visitor?.cookie() ?? '', body))
    // Twice: the first may note that a session was seen.
    await ask('mine', person)
    await ask('queue', staff)
    await ask('draft', drafter.visitor)
    const home = await ask('home', undefined)
    const form = await ask('form', undefined)
    const draft = await ask('draft', drafter.visitor)
    const mine = await ask('mine', person)
    const queue = await ask('queue', staff)
    const submit = await ask('submit', sender.visitor, `draft=${sender.draft}`)
    const all = { home, form, draft, mine, queue, submit }
    for (const [name, { answer }] of Object.entries(all))
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}.`)
    if (home.statements.length + form.statements.length > 0) throw new Error('A page without database asked it.')
    if (draft.statements.length === 0) throw new Error('The screen of a draft did not come from the database.')
    const routes = (Object.keys(all) as PageName[]).map((name) =>
      routeLike(`/${name}`, pages[name].kind, all[name].answer, all[name].statements),
    )
    await portal.stop()
    const again = await startPortal(many)
    await again.stop()
    return {
      cookies: {
        home: '',
        form: '',
        draft: drafter.visitor.cookie(),
        mine: person.cookie(),
        queue: staff.cookie(),
        submit: '',
      },
      answers: {
        home: home.answer,
        form: form.answer,
        draft: draft.answer,
        mine: mine.answer,
        queue: queue.answer,
        submit: submit.answer,
      },
      routes,
      startMs: again.readyAfter,
    }
  } finally {
    await portal.stop()
  }
}

const askFor = (port: number, name: PageName, cookie: string, body?: string): Promise<OnTheWire> =>
  askOnWire({
    port,
    path: pages[name].path,
    headers: {
      'x-forwarded-for': '10.200.0.1',
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })

type Running = {
  readonly portal: Portal
  readonly small: Portal
  readonly smallCookie: string
  readonly barePort: number
  readonly recorded: Recorded
  readonly seconds: number
}

async function measureAll(running: Running, say: (line: string) => void): Promise<Line[]> {
  const { portal, small, smallCookie, barePort, recorded, seconds } = running
  const { cookies, answers } = recorded
  const of = { bytes: 'bytes', read: 'sql', submit: 'submit' } as const
  const page = async (label: string, name: PageName, at: number, cookie: string): Promise<Line> => {
    say(label)
    const [ours, bare]: [Measured[], Measured[]] = [[], []]
    // A program that has just started is slower than one that runs.
    await loadPage(at, pages[name].path, cookie, seconds)
    await loadPage(barePort, `/${name}`, '', seconds)
    // Turn by turn, so that what else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await loadPage(at, pages[name].path, cookie, seconds))
      bare.push(await loadPage(barePort, `/${name}`, '', seconds))
    }
    const limit = { of: of[pages[name].kind], measured: bestOf(bare) }
    return { name: label, ours: bestOf(ours), bytes: answers[name].bytes, limit }
  }
  const lines = [
    await page('home', 'home', portal.port, ''),
    await page('form, its first screen (kept in memory)', 'form', portal.port, ''),
    await page('form, a screen of a draft', 'draft', portal.port, cookies.draft),
    await page('my appeal', 'mine', portal.port, cookies.mine),
    await page('queue, few', 'queue', small.port, smallCookie),
    await page('queue, many', 'queue', portal.port, cookies.queue),
  ]
  return [...lines, await measureSubmit(running, say)]
}

async function measureSubmit({ portal, barePort, recorded }: Running, say: (line: string) => void): Promise<Line> {
  const [ours, bare]: [Measured[], Measured[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    say(`submit: filling ${FORMS} forms`)
    const forms: Form[] = []
    while (forms.length < FORMS) {
      const walked = await Promise.all(Array.from({ length: 10 }, () => walkToCheck(portal.port)))
      forms.push(...walked.map(({ visitor, draft }) => ({ cookie: visitor.cookie(), body: `draft=${draft}` })))
    }
    ours.push(await loadForms(portal.port, pages.submit.path, forms))
    bare.push(await loadForms(barePort, '/submit', forms))
  }
  const limit = { of: 'submit', measured: bestOf(bare) } as const
  return { name: 'submit', ours: bestOf(ours), bytes: recorded.answers.submit.bytes, limit }
}

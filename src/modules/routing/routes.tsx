import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import { isLang } from '#src/kernel/lang.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { listTeams } from '#src/modules/staff/index.ts'
import { patterns, paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, queryOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { changeRouting, undoRoutingChange } from './change-routing.ts'
import { parseRoutingChange, parseUndo } from './forms.ts'
import { ChangePage, UndoPage } from './pages/change-page.tsx'
import { namesIn } from './pages/names.ts'
import { RoutingPage } from './pages/routing-page.tsx'
import { ANY } from './rules.ts'
import {
  findChange,
  listBodyChoices,
  listBodyRows,
  listChanges,
  listTeamChoices,
  listTeamRows,
  type ChangeKind,
  type Place,
} from './store.ts'
import { routingTexts as t } from './texts.ts'

const policy = staffPage('routingManage')
const HISTORY_SHOWN = 100
const nothingTyped = { errors: [], filled: {} }
type Typed = { readonly errors: readonly FormError[]; readonly filled: Filled }

export function registerRouting(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffRouting, policy, (request, reply) => sendRouting(deps, request, reply))
  for (const [kind, pattern] of Object.entries(changePatterns)) {
    app.get(pattern, policy, (request, reply) => {
      const place = placeOf(request, kindOf(kind), queryOf(request, kind === 'body' ? 'country' : 'group') ?? ANY)
      return sendChange(deps, request, reply, 200, place)
    })
    app.post(pattern, policy, (request, reply) => saveChange(deps, request, reply, kindOf(kind)))
  }
  app.get(patterns.staffRoutingUndo, policy, (request, reply) => sendUndo(deps, request, reply, 200))
  app.post(patterns.staffRoutingUndo, policy, (request, reply) => saveUndo(deps, request, reply))
}

const changePatterns = { body: patterns.staffRoutingTopic, team: patterns.staffRoutingTeam } as const
const kindOf = (name: string): ChangeKind => (name === 'body' ? 'body' : 'team')

async function sendRouting({ db }: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const law = catalogue()
  const { page } = request
  const filter = { group: queryOf(request, 'group') ?? '', body: queryOf(request, 'body') ?? '' }
  const bodies = (await listBodyRows(db)).filter(
    (row) =>
      (filter.group === '' || law.topic(row.topicId)?.group === filter.group) &&
      (filter.body === '' || row.bodyId === filter.body),
  )
  const [teams, changes, all] = [await listTeamRows(db), await listChanges(db, HISTORY_SHOWN), await listTeams(db)]
  const names = namesIn(page.lang, law, all)
  const isSaved = queryOf(request, 'saved') === '1'
  return sendPage(reply, 200, <RoutingPage {...{ page, law, names, bodies, teams, changes, filter, isSaved }} />)
}

function placeOf(request: FastifyRequest, kind: ChangeKind, scope: string): Place {
  return { kind, subject: paramOf(request, kind === 'body' ? 'topic' : 'language'), scope }
}

async function sendChange(
  { db }: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  place: Place,
  typed: Typed = nothingTyped,
) {
  const law = catalogue()
  const { page } = request
  const { lang } = page
  const all = await listTeams(db)
  const { kind, subject } = place
  const scopes = kind === 'body' ? law.countries.map((one) => ({ id: one.iso, name: one.name })) : law.topicGroups
  const isPlace =
    (kind === 'body' ? law.topic(subject) !== undefined : isLang(subject)) &&
    (place.scope === ANY || scopes.some(({ id }) => id === place.scope))
  if (!isPlace) return reply.callNotFound()

  const targets = kind === 'body' ? law.bodies : all.filter((team) => team.isActive && team.kind === 'ordinary')
  const optionsOf = (items: readonly { id: string; name: Readonly<Record<typeof lang, string>> }[]) =>
    items.map(({ id, name }) => ({ value: id, text: name[lang] }))
  const props = {
    page,
    names: namesIn(lang, law, all),
    place,
    current: await currentOf(db, place),
    options: optionsOf(targets),
    scopes: optionsOf(scopes),
    action: kind === 'body' ? paths.staffRoutingTopic(subject) : paths.staffRoutingTeam(subject),
  }
  return sendPage(reply, status, <ChangePage {...props} {...typed} />)
}

async function currentOf(db: AppDeps['db'], { kind, subject, scope }: Place): Promise<string | null> {
  if (kind === 'body') {
    return (await listBodyChoices(db, subject)).find(({ country }) => country === scope)?.bodyId ?? null
  }
  const rows = isLang(subject) ? await listTeamChoices(db, subject) : []
  return rows.find(({ topicGroup }) => topicGroup === scope)?.teamId ?? null
}

async function saveChange(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, kind: ChangeKind) {
  const form = parseRoutingChange(request.body)
  if (!form.ok) {
    const scope = typeof form.filled['scope'] === 'string' ? form.filled['scope'] : ANY
    return sendChange(deps, request, reply, 422, placeOf(request, kind, scope), form)
  }
  const place = placeOf(request, kind, form.value.scope)
  const { before, after, words } = form.value
  const outcome = await changeRouting(deps, { ...place, before, after, words, staffId: staffOf(request).id })
  if (outcome.ok) return reply.redirect(paths.staffRouting({ saved: '1' }), 303)
  const errors = [{ field: 'after', message: t[outcome.refusal] }]
  return sendChange(deps, request, reply, 409, place, { errors, filled: form.filled })
}

async function sendUndo(
  { db }: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  typed: Typed = nothingTyped,
) {
  const id = paramOf(request, 'change')
  const change = /^\d{1,18}$/.test(id) ? await findChange(db, id) : undefined
  if (!change) return reply.callNotFound()
  const { page } = request
  const names = namesIn(page.lang, catalogue(), await listTeams(db))
  return sendPage(reply, status, <UndoPage page={page} names={names} change={change} {...typed} />)
}

async function saveUndo(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const form = parseUndo(request.body)
  if (!form.ok) return sendUndo(deps, request, reply, 422, form)
  const changeId = paramOf(request, 'change')
  if (!/^\d{1,18}$/.test(changeId)) return reply.callNotFound()
  const outcome = await undoRoutingChange(deps, { changeId, words: form.value.words, staffId: staffOf(request).id })
  if (outcome.ok) return reply.redirect(paths.staffRouting({ saved: '1' }), 303)
  return sendUndo(deps, request, reply, 409, {
    errors: [{ field: 'change', message: t[outcome.refusal] }],
    filled: form.filled,
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Filled, FormError, Parsed } from '#src/kernel/form.ts'
import {
  addNote,
  answerAppeal,
  askPerson,
  assignAppeal,
  changeTopic,
  changeUrgency,
  closeAppeal,
  extendTerm,
  handToTeam,
  protectAppeal,
  registerAppeal,
  reopenAppeal,
  takeAppeal,
  tellPerson,
  type Acted,
  type StaffAct,
} from '#src/modules/appeals/index.ts'
import type { Act } from '#src/modules/appeals/index.ts'
import { refusalTexts } from '#src/modules/appeals/texts.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import * as forms from '../forms.ts'
import { showAppeal } from './appeal.tsx'

type Always = { readonly version: number; readonly formKey: Buffer }
type Tried =
  | { readonly errors: readonly FormError[]; readonly filled: Filled }
  | { readonly filled: Filled; readonly acted: Acted }
type Handler = (deps: AppDeps, act: Omit<StaffAct, 'version' | 'formKey'>, body: unknown) => Promise<Tried>

/** Ties a form to its verb: parse, then act; what was typed is kept for the page either way. */
const handler =
  <Value extends Always>(
    parse: (body: unknown) => Parsed<Value>,
    act: (deps: AppDeps, staffAct: StaffAct & { readonly formKey: Buffer }, value: Value) => Promise<Acted>,
  ): Handler =>
  async (deps, base, body) => {
    const form = parse(body)
    if (!form.ok) return form
    const { version, formKey } = form.value
    return { filled: form.filled, acted: await act(deps, { ...base, version, formKey }, form.value) }
  }

/** Everything a member of staff can do to an appeal, by the name it has in the rules' table and in the address. */
const handlers = {
  take: handler(forms.parseBare, (deps, act) => takeAppeal(deps, act)),
  register: handler(forms.parseBare, (deps, act) => registerAppeal(deps, act)),
  protect: handler(forms.parseBare, (deps, act) => protectAppeal(deps, act)),
  answer: handler(forms.parseWords, (deps, act, { text }) => answerAppeal(deps, { ...act, text })),
  ask: handler(forms.parseWords, (deps, act, { text }) => askPerson(deps, { ...act, text })),
  tell: handler(forms.parseWords, (deps, act, { text }) => tellPerson(deps, { ...act, text })),
  note: handler(forms.parseNote, (deps, act, { text, hasCalled }) =>
    addNote(deps, { ...act, text, hasCalled: hasCalled === 'yes' }),
  ),
  extend: handler(forms.parseReason, (deps, act, { reason }) => extendTerm(deps, { ...act, reason })),
  reopen: handler(forms.parseReason, (deps, act, { reason }) => reopenAppeal(deps, { ...act, reason })),
  assign: handler(forms.parseAssign, (deps, act, { staffId }) =>
    assignAppeal(deps, staffId === '' ? act : { ...act, staffId }),
  ),
  handToTeam: handler(forms.parseHand, (deps, act, { teamId, reason }) =>
    handToTeam(deps, { ...act, teamId, ...(reason !== undefined && { reason }) }),
  ),
  changeTopic: handler(forms.parseTopic, (deps, act, { topicId, reason }) =>
    changeTopic(deps, { ...act, topicId, reason }),
  ),
  changeUrgency: handler(forms.parseUrgency, (deps, act, { urgency, reason }) =>
    changeUrgency(deps, { ...act, urgency, reason }),
  ),
  close: handler(forms.parseClosing, (deps, act, { outcome, reason, norm, amount, currency }) =>
    closeAppeal(deps, {
      ...act,
      outcome,
      ...(reason !== undefined && { reason }),
      ...(norm !== undefined && { norm }),
      ...(amount !== undefined && { amountRecovered: { amount, currency: currency ?? '' } }),
    }),
  ),
} satisfies Record<Exclude<Act, 'reply'>, Handler>

const isHandled = (name: string): name is keyof typeof handlers => Object.hasOwn(handlers, name)

export function actRoutes(app: FastifyInstance, deps: AppDeps) {
  // Errors are shown at the act's own address; reloaded by hand or opened from the history, it leads to the appeal.
  app.get(patterns.staffAppealAct, staffPage('appealsWork'), (request, reply) =>
    isHandled(paramOf(request, 'act'))
      ? reply.redirect(paths.staffAppeal(paramOf(request, 'id')), 303)
      : reply.callNotFound(),
  )

  app.post(patterns.staffAppealAct, staffPage('appealsWork'), async (request, reply) => {
    const [appealId, name] = [paramOf(request, 'id'), paramOf(request, 'act')]
    if (!isHandled(name) || !/^\d{1,18}$/.test(appealId)) return reply.callNotFound()
    const tried = await handlers[name](deps, { appealId, by: staffOf(request) }, request.body)
    return 'acted' in tried
      ? afterAct(deps, request, reply, name, tried)
      : showErrors(deps, request, reply, name, tried)
  })
}

function afterAct(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: string,
  { acted, filled }: { acted: Acted; filled: Filled },
) {
  if (acted.ok) {
    // Handed to a team one is not in, or protected: it is no longer ours to look at, so the queue is shown instead.
    return reply.redirect(`${paths.staffAppeal(paramOf(request, 'id'))}?done`, 303)
  }
  if (acted.refusal === 'notThere') return reply.callNotFound()
  const errors = [{ field: act, message: refusalTexts[acted.refusal] }]
  const failed = { act, errors, filled, isStale: acted.refusal === 'changedMeanwhile' }
  return showAppeal(deps, request, reply, { status: 409, failed })
}

const showErrors = (
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: string,
  { errors, filled }: { errors: readonly FormError[]; filled: Filled },
) => showAppeal(deps, request, reply, { status: 422, failed: { act, errors, filled, isStale: false } })

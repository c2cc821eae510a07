import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError, type Parsed } from '#src/kernel/form.ts'
import {
  acceptStaffFile,
  addNote,
  answerAppeal,
  askPerson,
  assignAppeal,
  changeTopic,
  changeUrgency,
  closeAppeal,
  extendTerm,
  findAppealFacts,
  handToTeam,
  protectAppeal,
  registerAppeal,
  removeStaffFile,
  reopenAppeal,
  takeAppeal,
  tellPerson,
  type Acted,
  type StaffAct,
} from '#src/modules/appeals/index.ts'
import type { Act } from '#src/modules/appeals/index.ts'
import type { ActRefusal } from '#src/modules/appeals/rules/events.ts'
import { maySee } from '#src/modules/appeals/rules/access.ts'
import { refusalTexts } from '#src/modules/appeals/texts.ts'
import { fileTexts } from '#src/modules/files/texts/refusals.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { paramOf, staffOf } from '#src/platform/http/page.ts'
import { staffPage, staffUpload } from '#src/platform/http/route-kinds.ts'
import { readParts } from '#src/platform/http/parts.ts'
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
  extend: handler(forms.parseExtension, (deps, act, { to, reason }) => extendTerm(deps, { ...act, to, reason })),
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
  close: handler(forms.parseClosing, (deps, act, { outcome, reason, norm, amount, currency, call }) =>
    closeAppeal(deps, {
      ...act,
      outcome,
      call,
      ...(reason !== undefined && { reason }),
      ...(norm !== undefined && { norm }),
      ...(amount !== undefined && { amountRecovered: { amount, currency: currency ?? '' } }),
    }),
  ),
} satisfies Record<Exclude<Act, 'reply' | 'rate'>, Handler>

const isHandled = (name: string): name is keyof typeof handlers => Object.hasOwn(handlers, name)

export function actRoutes(app: FastifyInstance, deps: AppDeps) {
  // Errors are shown at the act's own address; reloaded by hand or opened from the history, it leads to the appeal.
  app.get(patterns.staffAppealAct, staffPage('appealsWork'), (request, reply) =>
    isHandled(paramOf(request, 'act'))
      ? reply.redirect(paths.staffAppeal(paramOf(request, 'id')), 303)
      : reply.callNotFound(),
  )

  app.post(patterns.staffAppealAct, staffUpload('appealsWork'), async (request, reply) => {
    const [appealId, name] = [paramOf(request, 'id'), paramOf(request, 'act')]
    if (!isHandled(name) || !/^\d{1,18}$/.test(appealId)) return reply.callNotFound()
    const { body, fileError, isOnlyFile } = await readAct(deps, request, appealId)
    if (fileError || isOnlyFile)
      return showErrors(deps, request, reply, name, { errors: fileError ? [fileError] : [], filled: filledFrom(body) })
    const tried = await handlers[name](deps, { appealId, by: staffOf(request) }, body)
    return 'acted' in tried
      ? afterAct(deps, request, reply, name, tried)
      : showErrors(deps, request, reply, name, tried)
  })
}

type ReadAct = { readonly body: unknown; readonly fileError: FormError | undefined; readonly isOnlyFile: boolean }

/** Words as a plain form or with a file beside them; `isOnlyFile`: "add file" was pressed, the words wait. */
async function readAct(deps: AppDeps, request: FastifyRequest, appealId: string): Promise<ReadAct> {
  if (!request.isMultipart()) return { body: request.body, fileError: undefined, isOnlyFile: false }
  let fileError: FormError | undefined
  const { fields, isBroken } = await readParts(request, async (file, before) => {
    const { formKey } = forms.readKey(before)
    if (!formKey) return
    const accepted = await acceptStaffFile(deps, staffOf(request), appealId, { messageKey: formKey, ...file })
    if (accepted && !accepted.ok) fileError = { field: 'file', message: fileTexts[accepted.refusal] }
  })
  const { formKey } = forms.readKey(fields)
  if (formKey && fields['remove'] !== undefined) {
    await removeStaffFile(deps, staffOf(request), appealId, formKey, fields['remove'])
  }
  if (isBroken) fileError = { field: 'file', message: fileTexts.fileBroken }
  return { body: fields, fileError, isOnlyFile: fields['send'] === 'file' || fields['remove'] !== undefined }
}

/** What one choice of a form was refused for stands at that choice, everything else at the form. */
const fieldOf: Partial<Record<ActRefusal, string>> = { urgencySame: 'urgency', callUnsaid: 'call' }

async function afterAct(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: string,
  { acted, filled }: { acted: Acted; filled: Filled },
) {
  if (acted.ok) return reply.redirect(await whereNext(deps, request, act), 303)
  const errors = [{ field: fieldOf[acted.refusal] ?? act, message: refusalTexts[acted.refusal] }]
  const isStale = ['changedMeanwhile', 'notNow', 'notThere'].includes(acted.refusal)
  const failed = { act, errors, filled, isStale }
  return showAppeal(deps, request, reply, { status: 409, failed })
}

/** Back to the appeal; when the act took it out of reach (another team, protection) to the queue, which says where it went. */
async function whereNext({ db }: AppDeps, request: FastifyRequest, act: string): Promise<string> {
  const appeal = await findAppealFacts(db, paramOf(request, 'id'))
  if (appeal && maySee(staffOf(request), appeal)) return paths.staffAppeal(appeal.id, { done: act })
  return paths.staffQueue('myTeam', { done: act, to: appeal?.teamId })
}

const showErrors = (
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: string,
  { errors, filled }: { errors: readonly FormError[]; filled: Filled },
) => showAppeal(deps, request, reply, { status: 422, failed: { act, errors, filled, isStale: false } })

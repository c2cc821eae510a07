import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type Parsed } from '#src/kernel/form.ts'
import { kinds, type AppealKind } from '#src/modules/appeals/rules/states.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { contactFields, parseContact } from '#src/modules/intake/forms/contact.ts'
import {
  chosenKind,
  parseTopic,
  parseWho,
  parseWords,
  topicFields,
  whoFields,
  wordsFields,
} from '#src/modules/intake/forms/first-screens.ts'
import { parseOwnAnswers } from '#src/modules/intake/forms/own-answers.ts'
import { currenciesOf, type ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import { dropDraft, markOf, saveStep, startDraft, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { AlreadyPage } from '#src/modules/intake/pages/after-sending.tsx'
import { DraftPage } from '#src/modules/intake/pages/draft-page.tsx'
import { WhoPage } from '#src/modules/intake/pages/who-page.tsx'
import { pick } from '#src/modules/intake/rules/draft.ts'
import { ownFields } from '#src/modules/intake/rules/field-names.ts'
import { isStep, isTypedStep, stepAfterSaving, stepsFor, type TypedStep } from '#src/modules/intake/rules/steps.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressOf } from '#src/platform/http/address.ts'
import { paramOf, queryOf, sendPage } from '#src/platform/http/page.ts'
import { firstScreen, publicForm } from '#src/platform/http/route-kinds.ts'
import { sendAlready, unseenOf } from './already.tsx'
import { countBegun } from './bound-drafts.ts'
import { sendChanged } from './changed.tsx'
import { checkedPage } from './checked-draft.tsx'
import { createPostCounter, type PostCounter } from './count-posts.ts'
import { sendFilesPage } from './files.tsx'
import { sendCode } from './resume.tsx'
import { typedStepPage, whoWords } from './show-step.tsx'
import { draftOf, keepToken, placeOf, readNow, tokenOf } from './walk.ts'

/** The screens of asking and reporting: each is shown, checked, kept, and leads to the next. */
export function askRoutes(app: FastifyInstance, deps: AppDeps) {
  const mayPost = createPostCounter(deps.clock)
  app.get(patterns.ask, firstScreen, (request, reply) => begin(deps, request, reply))
  app.post(patterns.ask, publicForm, (request, reply) => beginAnew(deps, request, reply))
  app.get(patterns.askStep, publicForm, (request, reply) => showStep(deps, request, reply))
  app.post(patterns.askStep, publicForm, (request, reply) => keepStep(deps, request, reply, mayPost))
}

/** `kind` undefined: not said yet, so the first screen asks, and once it has, it asks until all is well. */
type Start = {
  readonly kind: AppealKind | undefined
  readonly topicId: string | undefined
  readonly isKindAsked: boolean
}

/** From an address or a hidden field; what is not known counts as not given. A topic of one kind only decides by itself. */
function startFrom(kind: unknown, topicId: unknown, kindIs?: unknown): Start {
  const topic = typeof topicId === 'string' ? catalogue().topic(topicId) : undefined
  const offered = kinds.filter((known) => !topic || topic.kinds.includes(known))
  const only = offered.length === 1 ? offered[0] : undefined
  const said = offered.find((known) => known === kind) ?? only
  const isKindAsked = only === undefined && (said === undefined || kindIs === 'asked')
  return { kind: said, topicId: topic?.id, isKindAsked }
}

const startFields = ({ kind, topicId }: Start) => ({
  ...(kind === undefined ? {} : { kind }),
  ...(topicId === undefined ? {} : { topic: topicId }),
})

async function begin(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const start = startFrom(queryOf(request, 'kind'), queryOf(request, 'topic'))
  const draft = await draftOf(deps, request)
  if (draft && !draft.isSent) {
    const open = paths.askStep(page.lang, readNow(draft, deps).open)
    // An operator has just said for whom this draft is: there is nothing to ask about it.
    if (draft.filedBy !== undefined) return reply.redirect(open, 303)
    return sendPage(reply, 200, <DraftPage page={page} open={open} start={startFields(start)} />)
  }
  const unseen = draft && (await unseenOf(deps, draft))
  return sendPage(reply, 200, firstPage(request, start, { errors: [], filled: {}, unseen }))
}

type Typed = {
  readonly errors: Extract<Parsed<unknown>, { ok: false }>['errors']
  readonly filled: Filled
  readonly unseen?: string | undefined
}

// Nothing is kept before something was typed: a look at the first screen leaves no trace.
function firstPage(request: FastifyRequest, start: Start, { errors, filled, unseen }: Typed) {
  const { page } = request
  const place = {
    step: 'who',
    asked: stepsFor(true),
    about: undefined,
    cameFromCheck: false,
    isAssisted: false,
    isResumed: false,
    danger: undefined,
  } as const
  const isDraftLost = queryOf(request, 'lost') === 'yes'
  const words = whoWords(catalogue(), page.lang)
  const guess = Object.keys(filled).length > 0 ? filled : guessFrom(start)
  return (
    <WhoPage
      page={page}
      place={place}
      errors={errors}
      filled={guess}
      {...words}
      start={start}
      isDraftLost={isDraftLost}
      unseen={unseen}
    />
  )
}

// Whoever comes by a topic for foreigners in Kyrgyzstan most likely is one, there.
const guessFrom = ({ topicId }: Start): Filled =>
  topicId !== undefined && catalogue().topic(topicId)?.audience === 'foreigner'
    ? { asWho: 'foreigner', country: 'KG' }
    : {}

async function beginAnew(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { kind, topic } = filledFrom(request.body)
  const draft = await draftOf(deps, request)
  if (draft && !draft.isSent) await dropDraft(deps, draft.id)
  return reply.redirect(paths.ask(request.page.lang, startFields(startFrom(kind, topic))), 303)
}

async function showStep(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const step = paramOf(request, 'step')
  const { page } = request
  if (!isStep(step)) return reply.callNotFound()
  const draft = await draftOf(deps, request)
  if (!draft) {
    // The first screen comes before any draft: whoever never had one has lost none.
    const isLost = step !== 'who' || tokenOf(request, deps) !== undefined
    return reply.redirect(paths.ask(page.lang, isLost ? { lost: 'yes' } : {}), 303)
  }
  if (draft.isSent) return sendAlready(deps, request, reply, draft, 200)

  const read = readNow(draft, deps)
  const isAhead = read.asked.indexOf(step) > read.asked.indexOf(read.open)
  if (isAhead || !read.asked.includes(step)) return reply.redirect(paths.askStep(page.lang, read.open), 303)
  const place = placeOf(draft, read, step, queryOf(request, 'from') === 'check')
  if (step === 'files') return sendFilesPage(deps, request, reply, { status: 200, draft, read, place, errors: [] })
  if (step === 'check') return sendPage(reply, 200, await checkedPage(deps, request, reply, { draft, read, place }))
  const filled = draft.content.typed[step] ?? {}
  const seen = markOf(draft.content, step)
  return sendPage(
    reply,
    200,
    typedStepPage(request, step, { draft, read, place: { ...place, seen }, errors: [], filled }),
  )
}

async function keepStep(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, mayPost: PostCounter) {
  const step = paramOf(request, 'step')
  const { page } = request
  if (!isTypedStep(step)) return reply.callNotFound()
  const filled = filledFrom(request.body)
  const known = await draftOf(deps, request)
  if (!known || (known.isSent && step === 'who')) return keepFirst(deps, request, reply, { step, sent: known })
  if (known.isSent) return sendAlready(deps, request, reply, known, 409)
  // The page for this gives back what was typed, as it does where an address asks too often.
  if (!mayPost(known.id)) throw Object.assign(new Error('Too many posts to one draft.'), { statusCode: 429 })

  const before = readNow(known, deps)
  const cameFromCheck = filled['from'] === 'check'
  const parsed = parseStep(step, known, before, filled)
  const seen = seenIn(filled)
  if (!parsed.ok) {
    const place = { ...placeOf(known, before, step, cameFromCheck), seen }
    const { errors } = parsed
    return sendPage(reply, 422, typedStepPage(request, step, { draft: known, read: before, place, errors, filled }))
  }
  const kept = keptOf(known, step, pick(filled, fieldsOf(step, before)))
  const chosen = step === 'who' ? chosenKind(filled) : undefined
  const saved = await saveStep(deps, known.id, { step, filled: kept, chosen, seen })
  if (!saved) return sendPage(reply, 409, <AlreadyPage page={page} />)
  if (!saved.isKept) {
    return sendChanged(deps, request, reply, { draft: saved.draft, step, filled, kept })
  }
  const draft = { ...saved.draft, resumed: known.resumed }
  rememberIfOwn(deps, request, reply, draft)
  if (filled['act'] === 'code') return sendCode(deps, request, reply, draft)
  const { asked, done } = readNow(draft, deps)
  return reply.redirect(nextAddress(page.lang, stepAfterSaving(asked, done, step, cameFromCheck), cameFromCheck), 303)
}

/** The mark of what the posted screen had shown. */
const seenIn = ({ seen }: Filled): string | undefined => (typeof seen === 'string' ? seen : undefined)

/** Whose the device is was said when the code was typed here: the answer of the other device stays. */
function keptOf({ content, resumed }: Draft, step: TypedStep, filled: Filled): Filled {
  if (step !== 'words' || !resumed) return filled
  return { ...pick(filled, ['message']), ...pick(content.typed.words ?? {}, ['ownPhone']) }
}

const nextAddress = (lang: FastifyRequest['page']['lang'], step: string, cameFromCheck: boolean) =>
  paths.askStep(lang, step, cameFromCheck && step !== 'check' ? { from: 'check' } : {})

/** There is no draft: the first screen makes one, and so does any other whose cookie was lost, so that its words are not. */
async function keepFirst(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { step, sent }: { readonly step: TypedStep; readonly sent: Draft | undefined },
) {
  const { page } = request
  const filled = filledFrom(request.body)
  const start = startFrom(filled['kind'], step === 'who' ? filled['topic'] : undefined, filled['kindIs'])
  if (step === 'who') {
    const parsed = parseWho(catalogue(), filled)
    const unsaid = start.kind === undefined ? [{ field: 'kind', message: t.kindWrong }] : []
    const errors = [...unsaid, ...(parsed.ok ? [] : parsed.errors)]
    if (errors.length > 0) {
      const unseen = sent && (await unseenOf(deps, sent))
      return sendPage(reply, 422, firstPage(request, start, { errors, filled, unseen }))
    }
  }
  // Words whose cookie was lost come before any question: they are kept as one.
  const kind = start.kind ?? 'consultation'
  countBegun(deps.clock, addressOf(request))
  const { draft, token } = await startDraft(deps, { topicId: start.topicId, kind, lang: page.lang })
  keepToken(reply, deps, token, { isOwn: false })
  const saved = await saveStep(deps, draft.id, { step, filled: pick(filled, fieldsOf(step, undefined)) })
  const { open } = readNow(saved?.draft ?? draft, deps)
  return reply.redirect(paths.askStep(page.lang, open), 303)
}

function parseStep(step: TypedStep, { content }: Draft, read: ReadDraft, filled: Filled): Parsed<unknown> {
  const data = catalogue()
  switch (step) {
    case 'who':
      return parseWho(data, filled)
    case 'topic':
      return parseTopic(data, content.kind, filled)
    case 'words':
      return parseWords(filled)
    case 'questions':
      return parseOwnAnswers(read.questions, { currencies: currenciesOf(data), moment: read.moment }, filled)
    case 'contact':
      return parseContact(data, read.who?.country, filled)
  }
}

const fieldsOf = (step: TypedStep, read: ReadDraft | undefined): readonly string[] =>
  ({
    who: whoFields,
    topic: topicFields,
    words: wordsFields,
    questions: read ? ownFields(read.questions) : [],
    contact: contactFields,
  })[step]

/** The cookie lasts as long as the draft, which every saved screen renews. */
function rememberIfOwn(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, draft: Draft) {
  const token = tokenOf(request, deps)
  const saidHere = draft.resumed?.isOwn ?? draft.content.typed.words?.['ownPhone'] === 'yes'
  const isOwn = draft.filedBy === undefined && saidHere
  if (token !== undefined) keepToken(reply, deps, token, { isOwn })
}

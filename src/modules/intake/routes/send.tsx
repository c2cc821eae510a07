import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { findReceipt, listReceived } from '#src/modules/appeals/index.ts'
import { listFiles } from '#src/modules/files/index.ts'
import type { Contact } from '#src/modules/intake/forms/contact.ts'
import type { ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import { findDraftSentFrom, markOfWhole, ownerOf, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { AlreadyPage, BusyPage } from '#src/modules/intake/pages/after-sending.tsx'
import { ReceiptPage, type ShownReceipt } from '#src/modules/intake/pages/receipt-page.tsx'
import { countryOf } from '#src/modules/intake/rules/draft.ts'
import { mayUse } from '#src/modules/intake/rules/reach.ts'
import { sendDraft } from '#src/modules/intake/send-draft.ts'
import { DRAFT_COOKIE } from '#src/modules/intake/keep-draft/assisted.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { browserOf, markBrowser } from '#src/platform/http/form-cookie.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { dropCookie, isServedSecurely } from '#src/platform/http/request.ts'
import { publicForm } from '#src/platform/http/route-kinds.ts'
import { shownReceipt } from './receipt.tsx'
import { checkedPage } from './checked-draft.tsx'
import { draftOf, placeOf, readNow, tokenOf } from './walk.ts'

export function sendRoutes(app: FastifyInstance, deps: AppDeps) {
  app.post(patterns.askSend, publicForm, (request, reply) => send(deps, request, reply))
  // A browser that was killed and restored asks for the address of what it had posted.
  app.get(patterns.askSend, publicForm, (request, reply) =>
    reply.redirect(paths.askStep(request.page.lang, 'check'), 303),
  )
}

/** Answers 200 with the receipt itself: a number and a secret never stand in an address. A second tap answers the same. */
async function send(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const draft = await draftOf(deps, request)
  const { draft: asked, seen } = filledFrom(request.body)
  // The page may belong to a draft that was given up in another window: that one is not sent in its place.
  if (!draft || draft.id !== asked) return sendUnknown(deps, request, reply, asked)

  const read = readNow(draft, deps)
  if (!draft.isSent && typeof seen === 'string' && seen !== (await wholeMark(deps, draft)))
    return sendOnceMore(deps, request, reply, { draft, read })
  const sender = { token: tokenOf(request, deps) ?? '', browser: browserOf(deps, request) }
  const outcome = await sendDraft(deps, draft, read, sender)
  if (!outcome) return reply.redirect(paths.askStep(page.lang, read.open), 303)
  if (!outcome.ok && outcome.refusal === 'busy') {
    reply.header('retry-after', 30)
    return sendPage(
      reply,
      503,
      <BusyPage page={page} action={paths.askSend(page.lang)} hidden={busyWith(draft.id, seen)} />,
    )
  }
  if (!outcome.ok) return sendPage(reply, 409, <AlreadyPage page={page} />)

  const isAssisted = draft.filedBy !== undefined
  // The operator's browser is not the person's: it forgets the draft with the receipt.
  if (isAssisted) dropCookie(reply, DRAFT_COOKIE, isServedSecurely(deps.config))
  const browser = markBrowser(deps, request, reply)
  const of = { formKey: draft.formKey, browser, country: countryOf(draft.content), isAssisted }
  const receipt = await shownReceipt(deps, outcome.value, of, reachOf(read.contact))
  return sendPage(reply, 200, <ReceiptPage page={page} receipt={receipt} isAssisted={isAssisted} />)
}

/** Somebody sends what they have read: another device's change in between is shown first. */
async function sendOnceMore(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft, read }: { readonly draft: Draft; readonly read: ReadDraft },
) {
  if (read.open !== 'check') return reply.redirect(paths.askStep(request.page.lang, read.open), 303)
  const place = placeOf(draft, read, 'check', false)
  return sendPage(reply, 409, await checkedPage(deps, request, reply, { draft, read, place, isChanged: true }))
}

const wholeMark = async (deps: AppDeps, draft: Draft) =>
  markOfWhole(draft.content, await listFiles(deps.db, ownerOf(draft), draft.box))

/** Sent again from the page about a full server, it must still be what was read. */
const busyWith = (draft: string, seen: unknown): Readonly<Record<string, string>> =>
  typeof seen === 'string' ? { draft, seen } : { draft }

/**
 * A page whose draft is not this browser's, or no more: it may have been sent, and who hears "begin anew" would send it twice.
 * The browser that sent it, and has begun another since, is shown its receipt again until the words were proved.
 */
async function sendUnknown(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, asked: unknown) {
  const { page } = request
  if (typeof asked !== 'string') return reply.redirect(paths.ask(page.lang, { lost: 'yes' }), 303)
  const sent = await findDraftSentFrom(deps, asked, browserOf(deps, request))
  const found = sent && (await findReceipt(deps, sent.formKey))
  if (sent && found?.ok) {
    const of = {
      formKey: sent.formKey,
      browser: markBrowser(deps, request, reply),
      country: countryOf(sent.content),
      isAssisted: false,
    }
    const receipt = await shownReceipt(deps, found.value, of, undefined)
    return sendPage(reply, 200, <ReceiptPage page={page} receipt={receipt} />)
  }
  const received = await listReceived(deps.db, [asked])
  if (received.length > 0) return sendPage(reply, 409, <AlreadyPage page={page} />)
  return reply.redirect(paths.ask(page.lang, { lost: 'yes' }), 303)
}

function reachOf(contact: Contact | undefined): ShownReceipt['reach'] {
  if (!contact) return undefined
  if (contact.email === undefined && contact.phone === undefined) return 'anonymous'
  if (mayUse(contact.way, 'email')) return 'email'
  return mayUse(contact.way, 'phone') ? 'phone' : 'silent'
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { inEach, type Lang, type Text } from '#src/kernel/lang.ts'
import { momentInFull, momentInWords } from '#src/language/dates.ts'
import type { ClockView, Receipt } from '#src/modules/appeals/index.ts'
import { secretToDigits, secretToWords } from '#src/modules/appeals/rules/secret.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { AlreadyPage, ProveAgainPage, ProvedPage } from '#src/modules/intake/pages/after-sending.tsx'
import { ReceiptPage, type NextStep, type ShownReceipt } from '#src/modules/intake/pages/receipt-page.tsx'
import { proveReceipt, sealProof, type ReceiptOf } from '#src/modules/intake/prove-receipt.ts'
import { timeZoneOf } from '#src/modules/intake/rules/countries.ts'
import { receiptTexts as t } from '#src/modules/intake/texts/receipt.ts'
import { findTeam } from '#src/modules/staff/index.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isSameBrowser } from '#src/platform/http/form-cookie.ts'
import { sendPage } from '#src/platform/http/page.ts'
import { secretForm } from '#src/platform/http/route-kinds.ts'
import { dutyNow, waysIn } from './emergency.ts'

export function receiptRoutes(app: FastifyInstance, deps: AppDeps) {
  app.post(patterns.receiptProve, secretForm, (request, reply) => prove(deps, request, reply))
  app.get(patterns.receiptProve, secretForm, (request, reply) => reply.redirect(paths.myAppeal(request.page.lang), 303))
}

/** A receipt as its page shows it. `reach` is undefined where it is not known any more. */
export async function shownReceipt(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock' | 'config' | 'mail'>,
  receipt: Receipt,
  of: ReceiptOf,
  reach: ShownReceipt['reach'],
): Promise<ShownReceipt> {
  const { words } = catalogue()
  const timeZone = timeZoneOf(catalogue(), of.country)
  const team = await findTeam(deps.db, receipt.teamId)
  const wordsIn = (lang: Lang) => secretToWords(receipt.secret, words[lang].list)
  return {
    number: receipt.number,
    words: { ky: wordsIn('ky'), ru: wordsIn('ru'), en: wordsIn('en') },
    digits: secretToDigits(receipt.secret),
    portal: deps.config.publicUrl,
    staffHome: staffHomeOf(deps),
    steps: stepsOf(receipt, team?.name, timeZone, deps.clock.now()),
    reach,
    mark: receipt.mark,
    // A death or a detention is critical too, but no ambulance helps there.
    urgent:
      receipt.isCritical && receipt.isProtected
        ? { ways: waysIn(of.country), duty: await dutyNow(deps, timeZone) }
        : undefined,
    proof: sealProof(deps.keys, of),
  }
}

/** Where an operator goes on: perhaps on a host of its own. */
const staffHomeOf = ({ config }: Pick<AppDeps, 'config'>) => `${config.staffUrl ?? ''}${paths.staffHome()}`

function stepsOf(receipt: Receipt, team: Text | undefined, timeZone: string, now: Date): NextStep[] {
  const first: NextStep = {
    datetime: receipt.submittedAt.toISOString(),
    when: momentInFull(receipt.submittedAt, timeZone),
    title: team ? inEach((lang) => t.receivedBy(team[lang])[lang]) : t.title,
    notes: [],
    isNow: true,
  }
  const ahead = receipt.clocks
    .filter(({ state }) => state === 'running' || state === 'paused')
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  return [first, ...ahead.map((clock) => stepOf(clock, timeZone, now))]
}

function stepOf(clock: ClockView, timeZone: string, now: Date): NextStep {
  const moment = momentInWords(clock.dueAt, timeZone, now)
  return {
    datetime: clock.dueAt.toISOString(),
    when: inEach((lang) => t.until(moment[lang])[lang]),
    title: t[clock.kind],
    notes: [...(clock.isExpected ? [t.expected] : []), ...(clock.isProvisional ? [t.provisional] : [])],
    isNow: false,
  }
}

async function prove(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const typed = filledFrom(request.body)
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].slice(0, 100) : '')
  const proof = text('proof') === '' ? '' : String(typed['proof'])
  const found = await proveReceipt(deps, proof, [text('secondWord'), text('fourthWord')])
  if (found.is === 'unknown') return sendPage(reply, 409, <AlreadyPage page={page} />)
  const { isAssisted } = found.of
  if (found.is === 'right')
    return sendPage(reply, 200, <ProvedPage page={page} staffHome={isAssisted ? staffHomeOf(deps) : undefined} />)
  // A form may be posted again by "back" from wherever the quick exit led: to that browser the receipt is gone.
  if (!found.receipt || !isSameBrowser(deps, request, found.of.browser)) {
    const errors = [{ field: 'secondWord', message: t.proveWrongUnseen }]
    return sendPage(reply, 422, <ProveAgainPage page={page} proof={proof} errors={errors} isAssisted={isAssisted} />)
  }
  const receipt = await shownReceipt(deps, found.receipt, found.of, undefined)
  const errors = [{ field: 'secondWord', message: t.proveWrong }]
  return sendPage(reply, 422, <ReceiptPage page={page} receipt={receipt} isAssisted={isAssisted} errors={errors} />)
}

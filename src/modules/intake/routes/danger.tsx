import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled, type FormError } from '#src/kernel/form.ts'
import { serviceTimeZone } from '#src/language/dates.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { parseDanger } from '#src/modules/intake/forms/danger.ts'
import { AlreadyPage, BusyPage } from '#src/modules/intake/pages/after-sending.tsx'
import { DangerPage } from '#src/modules/intake/pages/danger-page.tsx'
import { ReceiptPage } from '#src/modules/intake/pages/receipt-page.tsx'
import { openDangerKey, reportDanger, sealDangerKey, type DangerKey } from '#src/modules/intake/report-danger.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import { sortedCountries } from '#src/modules/intake/rules/countries.ts'
import { dangerTexts as t } from '#src/modules/intake/texts/danger.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isSameBrowser, markBrowser } from '#src/platform/http/form-cookie.ts'
import { queryOf, sendPage } from '#src/platform/http/page.ts'
import { dangerForm } from '#src/platform/http/route-kinds.ts'
import { dutyNow, knownCountry, waysIn } from './emergency.ts'
import { shownReceipt } from './receipt.tsx'

// Whoever has an appeal open is known here: their country is chosen already. The report is nobody's and goes to no appeal,
// so a post does nothing that a stranger's would not.
const greeting = { config: { ...dangerForm.config, greets: 'toKnow' } } as const

export function dangerRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.danger, greeting, async (request, reply) => {
    const formKey = sealDangerKey(deps.keys, newKey(deps, request, reply))
    const country = queryOf(request, 'country') ?? (await knownCountry(deps, request))
    return sendPage(reply, 200, await dangerPage(deps, request, { errors: [], filled: {}, country, formKey }))
  })
  app.post(patterns.danger, greeting, (request, reply) => report(deps, request, reply))
}

const newKey = (deps: AppDeps, request: FastifyRequest, reply: FastifyReply): DangerKey => ({
  formKey: deps.random.bytes(16),
  browser: markBrowser(deps, request, reply),
})

type Shown = {
  readonly errors: readonly FormError[]
  readonly filled: Filled
  readonly country: string | undefined
  readonly formKey: string
}

async function dangerPage(deps: AppDeps, { page }: FastifyRequest, { errors, filled, country, formKey }: Shown) {
  const data = catalogue()
  const known = country === undefined ? undefined : data.country(country)
  return (
    <DangerPage
      page={page}
      errors={errors}
      filled={filled}
      countries={sortedCountries(data, page.lang)}
      chosen={known?.iso}
      ways={known && waysIn(known.iso)}
      duty={await dutyNow(deps, known?.defaultTimeZone ?? serviceTimeZone)}
      note={data.settings.dangerNote ?? undefined}
      formKey={formKey}
    />
  )
}

async function report(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const data = catalogue()
  const filled = filledFrom(request.body)
  const given = typeof filled['key'] === 'string' ? openDangerKey(deps.keys, filled['key']) : undefined
  // A call for help is not refused for a broken key: it gets a new one.
  const key = given ?? newKey(deps, request, reply)
  const sealed = sealDangerKey(deps.keys, key)
  const chosen = typeof filled['country'] === 'string' ? filled['country'] : ''
  const again = { filled, country: chosen, formKey: sealed }
  if (filled['act'] === 'show' || filled['act'] === 'again') {
    // In another language it is shown as it is: nobody asked for a country's numbers.
    const isChosen = filled['act'] === 'again' || data.country(chosen) !== undefined
    const errors = isChosen ? [] : [{ field: 'country', message: t.countryOpen }]
    return sendPage(reply, isChosen ? 200 : 422, await dangerPage(deps, request, { ...again, errors }))
  }
  const parsed = parseDanger(data, filled)
  if (!parsed.ok) return sendPage(reply, 422, await dangerPage(deps, request, { ...again, errors: parsed.errors }))
  const { where = '', what = '', reach = '', country = '' } = parsed.value
  const outcome = await reportDanger(deps, parsed.value, { formKey: key.formKey, lang: page.lang })
  // What comes first is taken from whoever sends it. Again the receipt is shown only to the browser that opened the form,
  // until it is left by the quick exit: "back" posts the form once more, whoever presses it.
  const isElsewhere = outcome.ok && outcome.value.isRepeat && !isSameBrowser(deps, request, key.browser)
  if (outcome.ok && !isElsewhere) {
    const browser = markBrowser(deps, request, reply)
    const of = { formKey: key.formKey, browser, country: country === '' ? OTHER_COUNTRY : country, isAssisted: false }
    const receipt = await shownReceipt(deps, outcome.value, of, reach === '' ? 'anonymous' : 'inWords')
    return sendPage(reply, 200, <ReceiptPage page={page} receipt={receipt} />)
  }
  if (outcome.ok || outcome.refusal === 'alreadyReceived') return sendPage(reply, 409, <AlreadyPage page={page} />)
  const hidden = { where, what, reach, country, key: sealed }
  reply.header('retry-after', 5)
  return sendPage(reply, 503, <BusyPage page={page} action={paths.danger(page.lang)} hidden={hidden} />)
}

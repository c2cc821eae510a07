import { setTimeout } from 'node:timers/promises'
import type { Lang } from '#src/kernel/lang.ts'
import type { Outcome } from '#src/kernel/outcome.ts'
import { openAppeal, type OpenAppealDeps, type Receipt } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import type { DangerReport } from './forms/danger.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import { timeZoneOf } from './rules/countries.ts'
import { dangerTexts as t } from './texts/danger.ts'

const BOUND_TO = 'danger form'

/** `browser`: its mark, to which the receipt is shown again. It stays what it was when the form was first opened. */
export type DangerKey = { readonly formKey: Uint8Array; readonly browser: Uint8Array }

const KEY_BYTES = 16

/** The key of a form that has no draft travels in it, sealed: nobody can make one that leads to another's receipt. */
export const sealDangerKey = (keys: Keyring, { formKey, browser }: DangerKey): string =>
  keys.seal(Buffer.concat([formKey, browser]), BOUND_TO).toString('base64url')

/** Undefined for anything that we did not seal. */
export function openDangerKey(keys: Keyring, sealed: string): DangerKey | undefined {
  try {
    const opened = keys.open(Buffer.from(sealed, 'base64url'), BOUND_TO)
    return { formKey: opened.subarray(0, KEY_BYTES), browser: opened.subarray(KEY_BYTES) }
  } catch {
    return undefined
  }
}

// Hashing is the one thing a flood can fill up; a call for help waits for its turn instead of being sent back.
const TURNS = 20
const TURN_MS = 250

/**
 * A critical appeal that only the protection team sees, out of three fields. The same form key gives the same receipt.
 * 'busy' only after five seconds of waiting.
 */
export async function reportDanger(
  deps: OpenAppealDeps,
  report: DangerReport,
  form: { readonly formKey: Uint8Array; readonly lang: Lang },
): Promise<Outcome<Receipt, 'alreadyReceived' | 'busy'>> {
  for (let turn = 1; ; turn += 1) {
    const outcome = await takeIn(deps, report, form)
    if (outcome.ok || outcome.refusal !== 'busy' || turn === TURNS) return outcome
    await setTimeout(TURN_MS)
  }
}

function takeIn(
  deps: OpenAppealDeps,
  report: DangerReport,
  { formKey, lang }: { readonly formKey: Uint8Array; readonly lang: Lang },
): Promise<Outcome<Receipt, 'alreadyReceived' | 'busy'>> {
  const data = catalogue()
  const country = report.country ?? OTHER_COUNTRY
  return openAppeal(deps, {
    formKey,
    kind: 'problem-report',
    topicId: data.settings.dangerTopic,
    lang,
    message: messageFrom(report, lang),
    answers: { inDanger: 'yes' },
    country,
    onBehalf: false,
    inDanger: true,
    wantsProtection: true,
    // An address found in free words may be the very one not to write to ("my husband reads it"): a person reads them first.
    person: { contacts: [], isSafe: report.reach === undefined ? 'none' : 'inWords' },
    channel: 'danger',
    timeZone: timeZoneOf(data, country),
  })
}

/** All three fields in one text, each under its name: whoever reads it needs them together. */
function messageFrom({ what, where, reach }: DangerReport, lang: Lang): string {
  const marked = (mark: string, words: string | undefined) => (words === undefined ? [] : [`${mark}: ${words}`])
  return [
    ...(what === undefined ? [] : [what]),
    ...marked(t.whereMark[lang], where),
    ...marked(t.reachMark[lang], reach),
  ].join('\n\n')
}

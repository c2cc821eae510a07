import { filledFrom, parseForm } from '#src/kernel/form.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { dangerTexts as t } from '#src/modules/intake/texts/danger.ts'
import { optionalFrom, optionalWords } from './fields.ts'

const MAX = 5000

/** Three fields; a few words in one of the first two are enough. */
export function parseDanger(data: Pick<Catalogue, 'country'>, body: unknown) {
  const parsed = parseForm(
    {
      where: { is: optionalWords(MAX), else: t.tooLong },
      what: { is: optionalWords(MAX), else: t.tooLong },
      reach: { is: optionalWords(MAX), else: t.tooLong },
      // Chosen further up the page; a broken one must not stop a call for help.
      country: { is: optionalFrom((iso) => data.country(iso) !== undefined).catch(undefined), else: t.countryLabel },
    },
    body,
  )
  if (!parsed.ok) return parsed
  if (parsed.value.where !== undefined || parsed.value.what !== undefined) return parsed
  const errors = [{ field: 'what', message: t.nothingWritten }]
  return { ok: false as const, errors, filled: filledFrom(body) }
}

export type DangerReport = Extract<ReturnType<typeof parseDanger>, { ok: true }>['value']

import { z } from 'zod'
import { parseForm } from '#src/kernel/form.ts'
import { routingTexts as t } from './texts.ts'

/** "" on a select is "no row". */
const choice = z.string().transform((value) => (value === '' ? null : value))
const words = { is: z.string().trim().min(5).max(500), else: t.reasonNeeded }

const changeForm = {
  scope: { is: z.string().min(1), else: t.noSuchChoice },
  before: { is: choice, else: t.noSuchChoice },
  after: { is: choice, else: t.choiceNeeded },
  words,
}

export const parseRoutingChange = (body: unknown) => parseForm(changeForm, body)
export const parseUndo = (body: unknown) => parseForm({ words }, body)

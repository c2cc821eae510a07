import { z } from 'zod'
import { parseForm, type Filled } from '#src/kernel/form.ts'
import { langs } from '#src/kernel/lang.ts'
import { onceFor } from '#src/kernel/once-for.ts'
import { asWhos, kinds, type AppealKind } from '#src/modules/appeals/rules/states.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { MAX_MESSAGE, MIN_MESSAGE } from '#src/modules/intake/rules/draft.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { chosenFrom, oneOf, optionalFrom, optionalWords, words } from './fields.ts'

const yesNo = oneOf(['yes', 'no']).transform((answer) => answer === 'yes')

export const whoFields = ['lang', 'asWho', 'onBehalf', 'country', 'city', 'citizenship', 'inDanger'] as const

// A schema costs more to make than to use, and every screen of a draft reads all that was typed: so once for each catalogue.
const whoForm = onceFor((data: Pick<Catalogue, 'country'>) => ({
  asWho: { is: oneOf(asWhos), else: t.asWhoWrong },
  onBehalf: { is: yesNo, else: t.onBehalfWrong },
  country: { is: chosenFrom((iso) => data.country(iso) !== undefined), else: t.countryWrong },
  city: { is: optionalWords(100), else: t.cityWrong },
  citizenship: { is: optionalFrom((iso) => data.country(iso) !== undefined), else: t.citizenshipWrong },
  inDanger: { is: yesNo, else: t.inDangerWrong },
  lang: { is: oneOf(langs), else: t.langWrong },
}))

/** The kind as it was chosen on the first screen; undefined where it was not, or is none. */
export const chosenKind = ({ kind: chosen }: Filled): AppealKind | undefined => kinds.find((kind) => kind === chosen)

export const parseWho = (data: Pick<Catalogue, 'country'>, body: unknown) => parseForm(whoForm(data), body)

export const topicFields = ['topic'] as const

const topicForms = onceFor((data: Pick<Catalogue, 'topic'>) => {
  const formFor = (kind: AppealKind) => ({
    topic: { is: chosenFrom((id) => data.topic(id)?.kinds.includes(kind) === true), else: t.topicWrong },
  })
  return { consultation: formFor('consultation'), 'problem-report': formFor('problem-report') }
})

/** A topic that is offered for this kind. */
export const parseTopic = (data: Pick<Catalogue, 'topic'>, kind: AppealKind, body: unknown) =>
  parseForm(topicForms(data)[kind], body)

export const wordsFields = ['message', 'ownPhone'] as const

const wordsForm = {
  message: { is: words({ min: MIN_MESSAGE, max: MAX_MESSAGE }), else: t.messageWrong },
  // Without an answer the phone is taken for a shared one.
  ownPhone: {
    is: z
      .literal('yes')
      .optional()
      .catch(undefined)
      .transform((answer) => answer === 'yes'),
    else: t.no,
  },
}

export const parseWords = (body: unknown) => parseForm(wordsForm, body)

export type Who = Extract<ReturnType<typeof parseWho>, { ok: true }>['value']
export type Words = Extract<ReturnType<typeof parseWords>, { ok: true }>['value']

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '#src/kernel/lang.ts'
import type { Answers } from '#src/modules/appeals/index.ts'
import { answerInWords } from '#src/modules/appeals/rules/answer-words.ts'
import { catalogue, type Catalogue } from '#src/modules/catalogue/index.ts'
import { listFiles, type FileEntry } from '#src/modules/files/index.ts'
import type { Contact } from '#src/modules/intake/forms/contact.ts'
import type { Who } from '#src/modules/intake/forms/first-screens.ts'
import type { ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import { markOfWhole, ownerOf, type Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { CheckPage } from '#src/modules/intake/pages/check-page.tsx'
import type { Place } from '#src/modules/intake/pages/step-page.tsx'
import type { CheckedDraft } from '#src/modules/intake/pages/step-rows.tsx'
import { inReadingOrder, questionInWords } from '#src/modules/intake/rules/own-questions.ts'
import { phoneWithCountry } from '#src/modules/intake/rules/phones.ts'
import { offeredWays } from '#src/modules/intake/rules/reach.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { phoneInWords } from '#src/modules/people/rules.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { keepFormCookie } from '#src/platform/http/form-cookie.ts'

type Shown = {
  readonly draft: Draft
  readonly read: ReadDraft
  readonly place: Place
  /** Another device changed it after it was read here. */
  readonly isChanged?: boolean
}

/** Everything typed, read back. */
export async function checkedPage(deps: AppDeps, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const { page } = request
  const { draft, read, place, isChanged } = shown
  const files = await listFiles(deps.db, ownerOf(draft), draft.box)
  const seen = markOfWhole(draft.content, files)
  const checked = inWords(draft, read, page.lang, files)
  // The cookie by which this browser is known again, should the answer to sending be lost.
  keepFormCookie(deps, request, reply)
  return <CheckPage page={page} place={{ ...place, seen }} draft={checked} isChanged={isChanged === true} />
}

/** A draft as its person reads it. */
export const inWords = (
  draft: Pick<Draft, 'id' | 'content' | 'resumed'>,
  read: ReadDraft,
  lang: Lang,
  files: readonly FileEntry[] = [],
): CheckedDraft => ({
  draftId: draft.id,
  pinName: catalogue().formats.pin.name[lang],
  safeContactWords: catalogue().question('safeContact')?.text[lang] ?? '',
  kind: draft.content.kind,
  who: read.who ? whoInWords(catalogue(), read.who, lang) : [],
  topic: read.topic?.name[lang] ?? '',
  message: read.words?.message ?? '',
  // Of the device it was begun on, not of this one.
  ownPhone: draft.resumed ? undefined : ownPhoneInWords(draft, lang),
  answers: ownInWords(read, lang),
  files,
  contact: contactOf(read.contact, lang),
})

const languageNames = { ky: 'Кыргызча', ru: 'Русский', en: 'English' } as const

function whoInWords(data: Catalogue, who: Who, lang: Lang): CheckedDraft['who'] {
  const words = (id: string) => {
    const question = data.question(id)
    return (who.onBehalf && question?.textOnBehalf ? question.textOnBehalf : question?.text)?.[lang] ?? id
  }
  const yesNo = (is: boolean) => (is ? t.yes : t.no)[lang]
  const country = (iso: string) => data.country(iso)?.name[lang] ?? iso
  const maybe = (id: string, answer: string | undefined) =>
    answer === undefined ? [] : [{ question: words(id), answer }]
  return [
    { question: t.asWho[lang], answer: t[who.asWho][lang] },
    { question: words('onBehalf'), answer: yesNo(who.onBehalf) },
    { question: words('country'), answer: country(who.country) },
    ...maybe('city', who.city),
    ...maybe('citizenshipNow', who.citizenship && country(who.citizenship)),
    { question: words('inDanger'), answer: yesNo(who.inDanger) },
    { question: t.lang[lang], answer: languageNames[who.lang] },
  ]
}

function ownPhoneInWords({ content }: Pick<Draft, 'content'>, lang: Lang): string | undefined {
  const answer = content.typed.words?.['ownPhone']
  return answer === 'yes' || answer === 'no' ? t[answer][lang] : undefined
}

function ownInWords({ questions, ownAnswers, who }: ReadDraft, lang: Lang): CheckedDraft['answers'] {
  const answers: Answers = ownAnswers ?? {}
  return inReadingOrder(questions).flatMap((one) => {
    const answer = answers[one.question.id]
    if (answer === undefined) return []
    const words = questionInWords(one, who?.onBehalf === true)[lang]
    return [{ question: words, answer: answerInWords(answer, one.options, lang) }]
  })
}

function contactOf(contact: Contact | undefined, lang: Lang): CheckedDraft['contact'] {
  return {
    email: contact?.email,
    phone: contact?.phone && phoneWithCountry(catalogue(), phoneInWords(contact.phone))[lang],
    name: contact?.name,
    pin: contact?.pin,
    way: contact?.way,
    wayInWords: offeredWays(catalogue().question('safeContact')).find(({ way }) => way === contact?.way)?.name[lang],
    wantsProtection: contact?.wantsProtection ?? false,
  }
}

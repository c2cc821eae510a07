import type { Lang } from '#src/kernel/lang.ts'
import { paths } from '#src/paths.ts'
import type { Config } from '#src/platform/config.ts'
import type { NoticeTemplate } from './rules.ts'
import { letterTexts, type LetterParts } from './texts/letters.ts'

export type Letter = { readonly subject: string; readonly text: string }

/** The words of a notice. What `params` lacks is left as a dash: after sending codes and links are forgotten. */
export function writeLetter(
  { publicUrl, staffUrl }: Pick<Config, 'publicUrl' | 'staffUrl'>,
  { template, lang }: { readonly template: NoticeTemplate; readonly lang: Lang },
  params: Readonly<Record<string, string>>,
): Letter {
  const parts: LetterParts = {
    link: params['link'] ?? linkOf[template]?.(lang, publicUrl, staffUrl ?? publicUrl) ?? '—',
    code: params['code'] ?? '—',
    // Forgotten once sent, like all that is sealed: then the letter is shown as if it was about one.
    count: Number(params['count'] ?? 1),
  }
  const { subject, body } = letterTexts[template]
  return { subject: subject[lang], text: body(parts)[lang] }
}

const toAppeal = (lang: Lang, publicUrl: string) => `${publicUrl}${paths.myAppeal(lang)}`
const linkOf: Partial<Record<NoticeTemplate, (lang: Lang, publicUrl: string, staffUrl: string) => string>> = {
  received: toAppeal,
  question: toAppeal,
  news: toAppeal,
  answer: toAppeal,
  termExtended: toAppeal,
  closed: toAppeal,
  criticalAppeal: (_lang, _publicUrl, staffUrl) => `${staffUrl}${paths.staffQueue('urgent')}`,
}

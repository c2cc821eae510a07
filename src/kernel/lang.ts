/** The portal's three languages, Kyrgyz first. */
export const langs = ['ky', 'ru', 'en'] as const
export type Lang = (typeof langs)[number]

/** One text in all three languages: a missing one does not compile. */
export type Text = Readonly<Record<Lang, string>>

/** A text made language by language. */
export const inEach = (say: (lang: Lang) => string): Text => ({ ky: say('ky'), ru: say('ru'), en: say('en') })

/** A module's words. Texts with parameters are functions that give all three languages. */
export type Texts = Readonly<Record<string, Text | ((...given: never[]) => Text)>>

export const isLang = (value: unknown): value is Lang => langs.some((lang) => lang === value)

import type { Lang } from '#src/kernel/lang.ts'

/** Each language by its own name, as in the language switch. */
export const languageNames = { ky: 'Кыргызча', ru: 'Русский', en: 'English' } as const satisfies Record<Lang, string>

import type { ComponentChildren } from 'preact'

/** What stands inside a component: words already in the page's language, or JSX. */
export type Content = ComponentChildren

/** Extra attributes, mostly data-*; never style or on*: the content security policy refuses both. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

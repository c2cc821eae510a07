import type { Lang, Text } from '#src/kernel/lang.ts'
import type { Content } from '#src/ui/index.ts'

/** A section of a long text, under a heading of its own. */
export const Part = ({ title, children }: { title: string; children: Content }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </>
)

export const Points = ({ lang, items }: { lang: Lang; items: readonly Text[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item[lang]}</li>
    ))}
  </ul>
)

export const Steps = ({ lang, items }: { lang: Lang; items: readonly Text[] }) => (
  <ol class="govuk-list govuk-list--number">
    {items.map((item) => (
      <li>{item[lang]}</li>
    ))}
  </ol>
)

export const Words = ({ children }: { children: Content }) => <p class="govuk-body">{children}</p>

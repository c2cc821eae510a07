import { paths } from '#src/paths.ts'
import type { Content } from './content.ts'
import { Page, type PageProps } from './page.tsx'

export type ErrorPageProps = Pick<PageProps, 'page' | 'exit'> & {
  title: string
  /** What happened and what to do now; what was typed, where something was. */
  children?: Content
}

/** Not found, too many, out of order: one plain page in the shell. The switch leads home, since the address itself is wrong. */
export const ErrorPage = ({ page, title, children, exit }: ErrorPageProps) => {
  const alternates = page.alternates ?? { ky: paths.home('ky'), ru: paths.home('ru'), en: paths.home('en') }
  return (
    <Page page={{ ...page, alternates }} title={title} exit={exit}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

import { paths } from '#src/paths.ts'
import type { Content } from './content.ts'
import { Page, type PageProps } from './page.tsx'

export type ErrorPageProps = Pick<PageProps, 'page' | 'exit'> & {
  title: string
  /** What happened and what to do now; what was typed, where something was. */
  children?: Content
}

const homes = { ky: paths.home('ky'), ru: paths.home('ru'), en: paths.home('en') }

/** Not found, too many, out of order: one plain page in the shell. The switch leads home, since the address itself is wrong. */
export const ErrorPage = ({ page, title, children, exit }: ErrorPageProps) => {
  return (
    <Page page={page} title={title} exit={exit} alternates={page.alternates ?? homes}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

import type { PageContext } from '#src/kernel/page.ts'
import type { Topic } from '#src/modules/catalogue/index.ts'
import { paths } from '#src/paths.ts'
import { InsetText, LinkList, Page } from '#src/ui/index.ts'
import { homeTexts as t } from '../texts/home.ts'

type Props = { readonly page: PageContext; readonly own: readonly Topic[]; readonly others: readonly Topic[] }

export const ForeignersPage = ({ page, own, others }: Props) => {
  const { lang } = page
  const links = (topics: readonly Topic[]) =>
    topics.map(({ id, name }) => ({ href: paths.ask(lang, { topic: id }), title: name[lang] }))
  return (
    <Page page={page} title={t.foreignersTitle} description={t.foreignersLead[lang]} back={{ href: paths.home(lang) }}>
      <h1 class="govuk-heading-l">{t.foreignersTitle[lang]}</h1>
      <p class="govuk-body-l">{t.foreignersLead[lang]}</p>
      <LinkList items={links(own)} />
      <h2 class="govuk-heading-m">{t.foreignersOther[lang]}</h2>
      <LinkList items={links(others)} />
      <InsetText>{t.foreignersDanger[lang]}</InsetText>
    </Page>
  )
}

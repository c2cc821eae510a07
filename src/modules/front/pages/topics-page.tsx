import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { LinkList, Page } from '#src/ui/index.ts'
import type { GroupWithTopics } from '../rules.ts'
import { homeTexts as t } from '../texts/home.ts'

type Props = { readonly page: PageContext; readonly groups: readonly GroupWithTopics[] }

/** Every topic by group; each opens a question with the topic filled in. */
export const TopicsPage = ({ page, groups }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.topicsTitle} description={t.topicsLead[lang]} back={{ href: paths.home(lang) }}>
      <h1 class="govuk-heading-l">{t.topicsTitle[lang]}</h1>
      <p class="govuk-body-l">{t.topicsLead[lang]}</p>
      {groups.map(({ group, topics }) => (
        <section aria-labelledby={group.id}>
          <h2 class="govuk-heading-m" id={group.id}>
            {group.name[lang]}
          </h2>
          <LinkList
            items={topics.map(({ id, name }) => ({ href: paths.ask(lang, { topic: id }), title: name[lang] }))}
          />
        </section>
      ))}
    </Page>
  )
}

import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { formatWorkingDayCount } from '#src/language/durations.ts'
import { paths } from '#src/paths.ts'
import { CardList, Figure, LinkList, Page } from '#src/ui/index.ts'
import type { GroupWithTopics, LegalTerm } from '../rules.ts'
import { homeTexts as t } from '../texts/home.ts'

type Props = {
  readonly page: PageContext
  readonly groups: readonly GroupWithTopics[]
  readonly terms: readonly LegalTerm[]
}

export const HomePage = ({ page, groups, terms }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={page.serviceName} description={t.lead[lang]} isWide>
      <h1 class="govuk-heading-xl">{t.title[lang]}</h1>
      <p class="govuk-body-l">{t.lead[lang]}</p>
      <CardList items={[...waysIn(lang), foreignersCard(lang)]} />
      <div class="mek-columns">
        <section aria-labelledby="topics">
          <h2 class="govuk-heading-m" id="topics">
            {t.topics[lang]}
          </h2>
          <LinkList
            items={groups.map(({ group }) => ({ href: `${paths.topics(lang)}#${group.id}`, title: group.name[lang] }))}
          />
        </section>
        {terms.length > 0 && <Promises lang={lang} terms={terms} />}
      </div>
    </Page>
  )
}

const waysIn = (lang: Lang) => [
  { href: paths.ask(lang, { kind: 'consultation' }), title: t.ask[lang], text: t.askText[lang], icon: 'ask' as const },
  {
    href: paths.ask(lang, { kind: 'problem-report' }),
    title: t.report[lang],
    text: t.reportText[lang],
    icon: 'report' as const,
  },
  { href: paths.myAppeal(lang), title: t.myAppeal[lang], text: t.myAppealText[lang], icon: 'appeal' as const },
  { href: paths.topics(lang), title: t.find[lang], text: t.findText[lang], icon: 'find' as const },
]

// On the Kyrgyz page in English: who needs it does not read Kyrgyz.
function foreignersCard(lang: Lang) {
  const own = lang === 'ky' ? 'en' : lang
  return {
    href: paths.foreigners(own),
    title: t.foreigners[own],
    text: t.foreignersText[own],
    icon: 'globe' as const,
    ...(own === lang ? {} : { lang: own }),
  }
}

const Promises = ({ lang, terms }: { lang: Lang; terms: readonly LegalTerm[] }) => (
  <section aria-labelledby="promise">
    <h2 class="govuk-heading-m" id="promise">
      {t.promise[lang]}
    </h2>
    {terms.map(({ term }) => (
      <Figure value={formatWorkingDayCount(term.workingDays, lang)}>
        {(term.anchor === 'received' ? t.registered : t.answered)[lang]}
      </Figure>
    ))}
    {terms.some(({ term }) => term.needsLegalReview) && <p class="govuk-hint">{t.notReviewed[lang]}</p>}
  </section>
)

import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { OwnerSettings, UrgencyLevel } from '#src/modules/catalogue/index.ts'
import { paths } from '#src/paths.ts'
import { Details, LinkList, Page, SummaryList, WarningText } from '#src/ui/index.ts'
import type { LegalTerm } from '../rules.ts'
import { aboutTexts as t, targetInWords } from '../texts/about.ts'
import { SourceList } from './source-list.tsx'
import { Part, Points, Steps, Words } from './text-parts.tsx'

type Props = {
  readonly page: PageContext
  readonly settings: OwnerSettings
  readonly terms: readonly LegalTerm[]
  readonly levels: readonly UrgencyLevel[]
  /** Where one writes about the portal and its staff. */
  readonly feedback: readonly { readonly href: string; readonly title: string }[]
}

export const AboutPage = ({ page, settings, terms, levels, feedback }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.title} description={t.description[lang]} back={{ href: paths.home(lang) }}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <Part title={t.whatTitle[lang]}>
        <Words>{t.what(settings.serviceName, settings.ownerName)[lang]}</Words>
        <Words>{t.free[lang]}</Words>
      </Part>
      <Part title={t.howTitle[lang]}>
        <Steps lang={lang} items={t.howSteps} />
      </Part>
      {terms.length > 0 && <Terms lang={lang} terms={terms} />}
      <Targets lang={lang} levels={levels} />
      <Part title={t.notTitle[lang]}>
        <Points lang={lang} items={[t.notEmergency, t.notLawyer]} />
      </Part>
      <Part title={t.ownerTitle[lang]}>
        <Owner lang={lang} settings={settings} />
        <Words>{t.complain[lang]}</Words>
        <LinkList items={feedback} />
        <Words>{t.openSource[lang]}</Words>
      </Part>
    </Page>
  )
}

const Terms = ({ lang, terms }: { lang: Lang; terms: readonly LegalTerm[] }) => (
  <Part title={t.promiseTitle[lang]}>
    <Points lang={lang} items={terms.map(({ term }) => term.name)} />
    {terms.some(({ term }) => term.needsLegalReview) && <WarningText>{t.notReviewed[lang]}</WarningText>}
    <Words>{t.promiseCalendar[lang]}</Words>
    <Details summary={t.sources[lang]}>
      <SourceList terms={terms} />
    </Details>
  </Part>
)

const Targets = ({ lang, levels }: { lang: Lang; levels: readonly UrgencyLevel[] }) => (
  <Part title={t.targetsTitle[lang]}>
    <Words>{t.targetsText[lang]}</Words>
    <SummaryList
      rows={levels.map((level) => ({
        key: level.name[lang],
        value: (
          <>
            {t.firstAnswer[lang]}: {targetInWords(level.firstHumanResponse)[lang]}
            <br />
            {t.solve[lang]}: {targetInWords(level.targetSolve)[lang]}
          </>
        ),
      }))}
    />
  </Part>
)

const Owner = ({ lang, settings }: { lang: Lang; settings: OwnerSettings }) => {
  const { address, email, phone } = settings.contact
  const missing = t.toBeFilled[lang]
  return (
    <>
      <Words>{settings.ownerName[lang]}</Words>
      <SummaryList
        rows={[
          { key: t.address[lang], value: address?.[lang] ?? missing },
          { key: t.phone[lang], value: phone ?? missing },
          { key: t.email[lang], value: email ?? missing },
        ]}
      />
    </>
  )
}

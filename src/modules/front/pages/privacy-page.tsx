import type { Lang, Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { OwnerSettings } from '#src/modules/catalogue/index.ts'
import { paths } from '#src/paths.ts'
import { Details, Page, SummaryList, WarningText } from '#src/ui/index.ts'
import type { LegalTerm } from '../rules.ts'
import { cookies, privacyTexts as t } from '../texts/privacy.ts'
import { SourceList } from './source-list.tsx'
import { Part, Points, Words } from './text-parts.tsx'

type Props = {
  readonly page: PageContext
  readonly settings: OwnerSettings
  /** Where one writes about the portal and one's data. */
  readonly feedbackHref: string
  readonly terms: readonly LegalTerm[]
}

export const PrivacyPage = ({ page, settings, feedbackHref, terms }: Props) => {
  const { lang } = page
  const { legalBasis, retention, authority } = settings.privacy
  return (
    <Page page={page} title={t.title} description={t.description[lang]} back={{ href: paths.home(lang) }}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body-l">{t.description[lang]}</p>
      <Part title={t.ownerTitle[lang]}>
        <Owner lang={lang} settings={settings} />
      </Part>
      <Part title={t.keptTitle[lang]}>
        <Points lang={lang} items={t.kept} />
        <Words>{t.notKept[lang]}</Words>
      </Part>
      <Part title={t.whyTitle[lang]}>
        <Words>{t.why[lang]}</Words>
        <Fillable lang={lang} name={t.legalBasis} filled={legalBasis} />
        {settings.privacy.legalReview === 'required' && <WarningText>{t.notReviewed[lang]}</WarningText>}
        {terms.length > 0 && (
          <Details summary={t.readSources[lang]}>
            <SourceList terms={terms} />
          </Details>
        )}
        <Words>{t.anonymous[lang]}</Words>
      </Part>
      <Part title={t.protectedTitle[lang]}>
        <Points lang={lang} items={t.protected} />
      </Part>
      <Part title={t.whoTitle[lang]}>
        <Points lang={lang} items={t.who} />
        <Words>{t.thirdParties(new URL(settings.exitUrl).host)[lang]}</Words>
        <Words>{t.addresses[lang]}</Words>
      </Part>
      <Part title={t.howLongTitle[lang]}>
        <Words>{t.drafts[lang]}</Words>
        <Fillable lang={lang} name={t.appeals} filled={retention} />
      </Part>
      <Part title={t.cookiesTitle[lang]}>
        <Words>{t.cookiesText[lang]}</Words>
        <Cookies lang={lang} />
      </Part>
      <Part title={t.rightsTitle[lang]}>
        <Points lang={lang} items={t.rights} />
        <Words>{t.howToAsk[lang]}</Words>
        <Words>
          <a class="govuk-link" href={feedbackHref}>
            {t.write[lang]}
          </a>
        </Words>
        <Fillable lang={lang} name={t.authority} filled={authority} />
      </Part>
    </Page>
  )
}

/** A fact that the service alone knows; until it is in the settings, the page says whose it is to fill. */
const Fillable = ({ lang, name, filled }: { lang: Lang; name: Text; filled: Text | null }) => (
  <Words>
    {name[lang]}: {(filled ?? t.toBeFilled)[lang]}
  </Words>
)

const Owner = ({ lang, settings }: { lang: Lang; settings: OwnerSettings }) => (
  <>
    <Words>{t.owner(settings.ownerName)[lang]}</Words>
    <SummaryList
      rows={[
        { key: t.address[lang], value: settings.contact.address?.[lang] ?? t.toBeFilled[lang] },
        { key: t.dataProtection[lang], value: settings.contact.dataProtection ?? t.toBeFilled[lang] },
      ]}
    />
  </>
)

const Cookies = ({ lang }: { lang: Lang }) => (
  <SummaryList
    rows={cookies.map(({ name, why, until }) => ({
      key: <code>{name}</code>,
      value: (
        <>
          {why[lang]}
          <br />
          {t.cookieUntil[lang]}: {until[lang]}
        </>
      ),
    }))}
  />
)

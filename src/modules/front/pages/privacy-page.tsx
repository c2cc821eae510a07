import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { OwnerSettings } from '#src/modules/catalogue/index.ts'
import { paths } from '#src/paths.ts'
import { Page, SummaryList, WarningText } from '#src/ui/index.ts'
import { cookies, privacyTexts as t } from '../texts/privacy.ts'
import { Part, Points, Words } from './text-parts.tsx'

type Props = {
  readonly page: PageContext
  readonly settings: OwnerSettings
  /** Where one writes about the portal and one's data. */
  readonly feedbackHref: string
}

export const PrivacyPage = ({ page, settings, feedbackHref }: Props) => {
  const { lang } = page
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
        <WarningText>{t.notReviewed[lang]}</WarningText>
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
        <Words>
          {t.appeals[lang]} {t.toBeFilled[lang]}.
        </Words>
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
        <Words>
          {t.authority[lang]} {t.toBeFilled[lang]}.
        </Words>
      </Part>
    </Page>
  )
}

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

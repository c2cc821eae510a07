import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink, Page } from '#src/ui/index.ts'
import { accessibilityTexts as t } from '../texts/accessibility.ts'
import { Part, Points, Words } from './text-parts.tsx'

type Props = { readonly page: PageContext; readonly feedbackHref: string }

export const AccessibilityPage = ({ page, feedbackHref }: Props) => {
  const { lang } = page
  return (
    <Page page={page} title={t.title} description={t.description[lang]} back={{ href: paths.home(lang) }}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body-l">{t.aim[lang]}</p>
      <Part title={t.canTitle[lang]}>
        <Points lang={lang} items={t.can} />
      </Part>
      <Part title={t.testedTitle[lang]}>
        <Words>{t.tested[lang]}</Words>
      </Part>
      <Part title={t.gapsTitle[lang]}>
        <Points lang={lang} items={t.gaps} />
      </Part>
      <Part title={t.reportTitle[lang]}>
        <Words>{t.report[lang]}</Words>
        <ButtonLink href={feedbackHref} kind="secondary">
          {t.reportLink[lang]}
        </ButtonLink>
      </Part>
    </Page>
  )
}

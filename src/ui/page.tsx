import { paths } from '#src/paths.ts'
import type { Content } from './content.ts'
import { ExitThisPage } from './exit-this-page.tsx'
import { HornBand } from './mark.tsx'
import { BackLink, SkipLink } from './navigation.tsx'
import { PageLangProvider } from './page-lang.tsx'
import { Brand, DangerLink, Head, type HeadProps, LanguageSwitch, RehearsalBanner, type SwitchProps } from './shell.tsx'
import { uiTexts } from './texts.ts'

export type PageProps = HeadProps &
  SwitchProps & {
    back?: { href: string; text?: string | undefined } | undefined
    /** The fixed "leave quickly" control, on every page that shows something of an appeal. */
    exit?: boolean | undefined
    /** The whole width, for home; otherwise a column of comfortable lines. */
    isWide?: boolean | undefined
    children?: Content
  }

/** The shell of every public page. The page brings its own h1. */
export const Page = ({ back, exit, isWide, alternates, carried, islands = [], children, ...head }: PageProps) => {
  const { page } = head
  return (
    <PageLangProvider value={page.lang}>
      <html lang={page.lang} class={exit ? 'mek-has-exit' : undefined}>
        <Head {...head} islands={exit ? [...islands, 'exit'] : islands} />
        <body class="govuk-template__body">
          <SkipLink />
          <header class="mek-header">
            <div class="mek-header__bar">
              <div class="mek-header__inner govuk-width-container">
                <Brand page={page} href={paths.home(page.lang)} />
                <LanguageSwitch page={page} alternates={alternates} carried={carried} />
                <DangerLink page={page} />
              </div>
            </div>
            <RehearsalBanner page={page} />
          </header>
          <div class="govuk-width-container">
            <main class={isWide ? 'mek-main mek-main--wide' : 'mek-main'} id="content" tabIndex={-1}>
              {back && <BackLink href={back.href}>{back.text}</BackLink>}
              {children}
            </main>
          </div>
          {exit && <ExitThisPage />}
          <Footer page={page} />
        </body>
      </html>
    </PageLangProvider>
  )
}

const Footer = ({ page }: Pick<HeadProps, 'page'>) => {
  const { lang } = page
  return (
    <footer class="mek-footer">
      <HornBand />
      <div class="govuk-width-container">
        <nav aria-label={uiTexts.footerNav[lang]}>
          <ul>
            <li>
              <a href={paths.about(lang)}>{uiTexts.about[lang]}</a>
            </li>
            <li>
              <a href={paths.privacy(lang)}>{uiTexts.privacy[lang]}</a>
            </li>
            <li>
              <a href={paths.accessibility(lang)}>{uiTexts.accessibility[lang]}</a>
            </li>
          </ul>
        </nav>
        <p>{page.ownerName[lang]}</p>
      </div>
    </footer>
  )
}

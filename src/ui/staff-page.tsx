import { roleNames } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import type { Content } from './content.ts'
import { Form } from './form.tsx'
import { SessionWarning } from './form-parts.tsx'
import { SideNavigation, type SideNavSection, SkipLink } from './navigation.tsx'
import { PageLangProvider } from './page-lang.tsx'
import { Brand, Head, type HeadProps, LanguageSwitch, RehearsalBanner } from './shell.tsx'
import { uiTexts } from './texts.ts'

export type StaffPageProps = HeadProps & {
  /** The sections beside the page with their counts; none before sign-in. */
  nav?: readonly SideNavSection[] | undefined
  children?: Content
}

/** The shell of every staff page: denser, with what waits beside it. The page brings its own h1. */
export const StaffPage = ({ nav = [], children, ...head }: StaffPageProps) => {
  const { page, islands = [] } = head
  const endsIn = page.staff?.endsInSeconds
  return (
    <PageLangProvider value={page.lang}>
      <html lang={page.lang}>
        <Head {...head} islands={endsIn === undefined ? islands : [...islands, 'session-warning']} isStaff />
        <body class="govuk-template__body">
          <SkipLink />
          <header class="mek-header">
            <div class="mek-header__bar">
              <div class="mek-header__inner">
                <Brand page={page} href={paths.staffHome()} />
                <LanguageSwitch page={page} />
                {page.staff && (
                  <div class="mek-header__staff">
                    <a class="mek-header__account" href={paths.staffAccount()}>
                      {page.staff.name} · {roleNames[page.staff.role][page.lang]}
                    </a>
                    <Form page={page} action={paths.staffSignOut()}>
                      <button class="mek-header__sign-out">{uiTexts.signOut[page.lang]}</button>
                    </Form>
                  </div>
                )}
              </div>
            </div>
            <RehearsalBanner page={page} />
          </header>
          <div class={nav.length > 0 ? 'mek-staff' : 'mek-staff mek-staff--alone'}>
            {nav.length > 0 && <SideNavigation label={uiTexts.staffNav[page.lang]} sections={nav} />}
            <main class="mek-main" id="content" tabIndex={-1}>
              {children}
              {endsIn !== undefined && (
                <SessionWarning
                  page={page}
                  of="account"
                  endsInSeconds={endsIn}
                  extendAction={paths.staffStay()}
                  endHref={paths.staffSignIn()}
                  endAction={paths.staffEnded()}
                />
              )}
            </main>
          </div>
        </body>
      </html>
    </PageLangProvider>
  )
}

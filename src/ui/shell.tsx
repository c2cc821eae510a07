import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Form } from './form.tsx'
import { Tunduk } from './mark.tsx'
import { uiTexts } from './texts.ts'

/** Browser code a page may ask for by name; each a small file of src/islands. "base" is on every page. */
export type Island =
  | 'character-count'
  | 'show-if'
  | 'upload-progress'
  | 'session-warning'
  | 'staff-keys'
  | 'exit'
  | 'check-proof'
  | 'picture-keys'
  | 'voice-note'

export type HeadProps = {
  page: PageContext
  title: string | Text
  /** The window's title says only the service's name: nothing of an appeal stands in the history or on a locked screen. */
  isTitleNeutral?: boolean | undefined
  /** Puts "Error:" first: the title is the first thing a screen reader says after a failed send. */
  hasErrors?: boolean | undefined
  description?: string | undefined
  islands?: readonly Island[] | undefined
}

const languageNames = { ky: 'Кыргызча', ru: 'Русский', en: 'English' } as const

function windowTitle({ page, title, isTitleNeutral, hasErrors }: HeadProps): string {
  const service = page.serviceName[page.lang]
  const own = typeof title === 'string' ? title : title[page.lang]
  const start = hasErrors ? `${uiTexts.error[page.lang]}: ` : ''
  return isTitleNeutral || own === service ? `${start}${service}` : `${start}${own} – ${service}`
}

export const Head = (props: HeadProps & { isStaff?: boolean }) => {
  const { page, islands = [] } = props
  return (
    <head>
      <meta charset="utf-8" />
      <title>{windowTitle(props)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content={page.look.brand} />
      {/* Phones would turn the number of an appeal into a call. */}
      <meta name="format-detection" content="telephone=no" />
      {props.description !== undefined && <meta name="description" content={props.description} />}
      <link rel="icon" href="/assets/mark-1.svg" type="image/svg+xml" />
      {page.alternates && langs.map((lang) => <link rel="alternate" hreflang={lang} href={page.alternates?.[lang]} />)}
      <link rel="stylesheet" href={props.isStaff ? page.assets.staffCss : page.assets.css} />
      {page.look.css !== undefined && <link rel="stylesheet" href={page.look.css} />}
      {['base', ...islands].map((island) => (
        <script type="module" src={page.assets.script(island)} />
      ))}
    </head>
  )
}

export type SwitchProps = {
  /** Where the language switch leads, when not to the same page. */
  alternates?: PageContext['alternates']
  /** What was typed and is kept nowhere yet: the switch posts it there, so that no tap costs it and no address shows it. */
  carried?: ((lang: Lang) => readonly (readonly [name: string, value: string])[]) | undefined
}

/** Keeps the page; where a page exists only once (a receipt) there is no switch, so that nothing is lost by a tap. */
export const LanguageSwitch = ({
  page,
  alternates = page.alternates,
  carried,
}: SwitchProps & { readonly page: PageContext }) => {
  const { lang: current } = page
  if (alternates === undefined) return null
  return (
    <nav class="mek-languages" aria-label={uiTexts.languageSwitch[current]}>
      <ul>
        {langs.map((lang) => (
          <li>
            {carried ? (
              <Carrier page={page} lang={lang} action={alternates[lang]} fields={carried(lang)} />
            ) : (
              <a href={alternates[lang]} lang={lang} hreflang={lang} aria-current={currentIf(lang === current)}>
                {languageNames[lang]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const currentIf = (isCurrent: boolean) => (isCurrent ? 'true' : undefined)

type CarrierProps = { page: PageContext; lang: Lang; action: string; fields: readonly (readonly [string, string])[] }

// A form of its own: as buttons of the page's form they would come first, and Enter in a field would press the first.
const Carrier = ({ page, lang, action, fields }: CarrierProps) => (
  <Form page={page} action={action}>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button lang={lang} aria-current={currentIf(lang === page.lang)}>
      {languageNames[lang]}
    </button>
  </Form>
)

export const Brand = ({ page, href }: { page: PageContext; href: string }) => (
  <a class="mek-header__home" href={href}>
    <Tunduk />
    <span>
      <span class="mek-header__name">{page.serviceName[page.lang]}</span>{' '}
      <span class="mek-header__owner">{page.serviceSubtitle[page.lang]}</span>
    </span>
  </a>
)

export const DangerLink = ({ page }: { page: PageContext }) => (
  <a class="mek-header__danger" href={paths.danger(page.lang)}>
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d="M12 3 22.5 21h-21zM12 9.5v5m0 3v.1" />
    </svg>
    {uiTexts.danger[page.lang]}
  </a>
)

export const RehearsalBanner = ({ page }: { page: PageContext }) =>
  page.isRehearsal ? (
    <div class="mek-rehearsal">
      <p class="govuk-width-container">{uiTexts.rehearsal[page.lang]}</p>
    </div>
  ) : null

import type { Filled, FormError } from '#src/kernel/form.ts'
import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { stepBefore, type Step } from '#src/modules/intake/rules/steps.ts'
import { paths } from '#src/paths.ts'
import { ErrorSummary, InsetText, Page, StepCaption, type Content, type Island } from '#src/ui/index.ts'
import { keptPairs } from '#src/ui/typed-fields.ts'

/** Where a screen stands in its draft. */
export type Place = {
  readonly step: Step
  readonly asked: readonly Step[]
  /** What the appeal is about, said above the title once it is known. */
  readonly about: Text | undefined
  readonly cameFromCheck: boolean
  readonly isAssisted: boolean
  /** Said so on the first screen: the way to help stays in sight. */
  readonly danger: { readonly country: string } | undefined
}

type Props = {
  page: PageContext
  place: Place
  title: Text
  errors?: readonly FormError[]
  /** Of a screen that is typed into. */
  filled?: Filled
  targets?: Readonly<Record<string, string>>
  islands?: readonly Island[]
  children?: Content
}

/** The frame of every screen: way back, step, errors, title; leaving quickly is always at hand. */
export const StepPage = ({ page, place, title, errors = [], filled, targets, islands, children }: Props) => {
  const { lang } = page
  const { step, asked } = place
  const before = place.cameFromCheck ? 'check' : stepBefore(asked, step)
  const back = before === undefined ? paths.home(lang) : paths.askStep(lang, before)
  const alternates = Object.fromEntries(langs.map((other) => [other, paths.askStep(other, step)]))
  // Shown again with errors it is kept nowhere, and on the first screen there is no draft yet to go back to.
  const isUnsaved = page.alternates === undefined && filled !== undefined
  return (
    <Page
      page={page}
      title={title}
      back={{ href: back }}
      exit
      hasErrors={errors.length > 0}
      islands={islands}
      alternates={page.alternates ?? { ky: '', ru: '', en: '', ...alternates }}
      carried={isUnsaved ? (other) => carriedTo(other, page.lang, filled) : undefined}
    >
      <ErrorSummary errors={errors} targets={targets} />
      <StepCaption step={asked.indexOf(step) + 1} of={asked.length}>
        {place.about?.[lang]}
      </StepCaption>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      {place.isAssisted && <InsetText>{t.assisted[lang]}</InsetText>}
      {place.danger && step !== 'who' && (
        <InsetText>
          {t.dangerNow[lang]}{' '}
          <a class="govuk-link" href={paths.danger(lang, { country: place.danger.country })}>
            {t.dangerLink[lang]}
          </a>
        </InsetText>
      )}
      {children}
    </Page>
  )
}

/** An answer in the page's own language was offered, not chosen: it goes along with the page. */
const carriedTo = (other: Lang, current: Lang, filled: Filled) =>
  keptPairs(filled).map(([name, value]) => [name, name === 'lang' && value === current ? other : value] as const)

/** Keeps the way back to the check page through a save. */
export const FromCheck = ({ place }: { place: Place }) =>
  place.cameFromCheck ? <input type="hidden" name="from" value="check" /> : null

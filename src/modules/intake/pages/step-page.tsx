import type { Filled, FormError } from '#src/kernel/form.ts'
import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { stepBefore, type Step } from '#src/modules/intake/rules/steps.ts'
import { resumeTexts as r } from '#src/modules/intake/texts/resume.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  InsetText,
  Page,
  StepCaption,
  type Content,
  type Island,
} from '#src/ui/index.ts'
import { keptPairs } from '#src/ui/typed-fields.ts'

/** Where a screen stands in its draft. */
export type Place = {
  readonly step: Step
  readonly asked: readonly Step[]
  /** What the appeal is about, said above the title once it is known. */
  readonly about: Text | undefined
  readonly cameFromCheck: boolean
  readonly isAssisted: boolean
  /** On a further device, by a code. */
  readonly isResumed: boolean
  /** Said so on the first screen: the way to help stays in sight. */
  readonly danger: { readonly country: string } | undefined
  /** The mark of what this screen shows as kept: a save says whether another device changed it meanwhile. */
  readonly seen?: string | undefined
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

/** Goes through a save: the way back to the check page, and what was seen of what is kept. */
export const KeptAlong = ({ place }: { place: Place }) => (
  <>
    {place.cameFromCheck && <input type="hidden" name="from" value="check" />}
    {place.seen !== undefined && <input type="hidden" name="seen" value={place.seen} />}
  </>
)

/** On a screen that keeps nothing of its own: gives a code at once. */
export const TakeAlongForm = ({ page, place }: { page: PageContext; place: Place }) => (
  <Form page={page} action={paths.askCode(page.lang)}>
    <TakeAlong lang={page.lang} place={place} />
  </Form>
)

/** Inside a screen's form: saves it and gives a code for another device. An operator's draft stays at their desk. */
export const TakeAlong = ({ lang, place }: { lang: Lang; place: Place }) =>
  place.isAssisted ? null : (
    <Details summary={r.takeAlong[lang]}>
      <p class="govuk-body">{r.takeAlongBody[lang]}</p>
      <Button kind="secondary" name="act" value="code" preventDoubleClick>
        {r.takeAlongButton[lang]}
      </Button>
    </Details>
  )

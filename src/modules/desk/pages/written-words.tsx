import type { Filled } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { InsetText, StaffPage } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { actTexts as t } from '../texts/acts.ts'

/** What somebody wrote by hand: the rest of a form is quickly chosen again. */
const written = ['text', 'reason', 'norm'] as const

export const wordsIn = (filled: Filled): string[] =>
  written.flatMap((field) => filled[field] ?? []).filter((words) => words.trim() !== '')

/** The words of an act that cannot be done any more: to be copied from here, nothing else keeps them. */
export const WrittenWords = ({ lang, filled }: { lang: Lang; filled: Filled }) => (
  <InsetText id="what-you-wrote">
    <h2 class="govuk-heading-s">{t.youWrote[lang]}</h2>
    {wordsIn(filled).map((words) => (
      <p class="govuk-body mek-words-of">{words}</p>
    ))}
  </InsetText>
)

/** In place of an appeal that went out of reach meanwhile, or never was there: one's own words and nothing of it. */
export const WordsAlone = ({ page, filled }: { page: PageContext; filled: Filled }) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.outOfReachTitle[lang]} nav={staffNav(page, undefined)}>
      <h1 class="govuk-heading-l">{t.outOfReachTitle[lang]}</h1>
      <p class="govuk-body">{t.outOfReachBody[lang]}</p>
      <WrittenWords lang={lang} filled={filled} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.staffQueue('myTeam')}>
          {t.toQueue[lang]}
        </a>
      </p>
    </StaffPage>
  )
}

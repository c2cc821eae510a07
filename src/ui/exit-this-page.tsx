import { paths } from '#src/paths.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type ExitThisPageProps = { href?: string | undefined }

/** Leaves at once for a harmless page: the button, or Shift three times where the script runs. Without it, a plain link. */
export const ExitThisPage = ({ href = paths.exit() }: ExitThisPageProps) => {
  const lang = usePageLang()
  const i18n = {
    'data-i18n.activated': uiTexts.exitActivated[lang],
    'data-i18n.timed-out': uiTexts.exitTimedOut[lang],
    'data-i18n.press-two-more-times': uiTexts.exitTwoMore[lang],
    'data-i18n.press-one-more-time': uiTexts.exitOneMore[lang],
  }
  return (
    <div class="govuk-exit-this-page" data-module="govuk-exit-this-page" {...i18n}>
      <a
        href={href}
        role="button"
        draggable={false}
        class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        data-module="govuk-button"
        rel="nofollow noreferrer"
      >
        <span class="govuk-visually-hidden">{uiTexts.exitHidden[lang]}</span> {uiTexts.exit[lang]}
      </a>
    </div>
  )
}

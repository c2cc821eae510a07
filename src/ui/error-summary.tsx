import type { FormError } from '#src/kernel/form.ts'
import type { Content } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type ErrorSummaryProps = {
  errors: readonly FormError[]
  title?: string | undefined
  description?: Content
  /** Where a field's error leads when not to `#field`: `{ born: 'born-day' }`. Null: no link (the whole form is wrong). */
  targets?: Readonly<Record<string, string | null>> | undefined
}

/** All errors of a form on top of it, each a link to its field; nothing when there are none. */
export const ErrorSummary = ({ errors, title, description, targets = {} }: ErrorSummaryProps) => {
  const lang = usePageLang()
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? uiTexts.errorSummaryTitle[lang]}</h2>
        <div class="govuk-error-summary__body">
          {description !== undefined && <p>{description}</p>}
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li>
                {targets[field] === null ? message[lang] : <a href={`#${targets[field] ?? field}`}>{message[lang]}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

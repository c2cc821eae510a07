import { classes, type Content } from './content.ts'
import { describedByOf, FieldNotes, type FieldProps, FormGroup, idOf, type TextSize } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type DatePart = 'day' | 'month' | 'year'

/** Posts `<name>-day`, `<name>-month`, `<name>-year`; the error summary should link to `<name>-day`. */
export type DateInputProps = FieldProps & {
  legend: Content
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  values?: Readonly<Partial<Record<DatePart, string | undefined>>> | undefined
  /** Which parts are wrong; all of them when there is an error and none is named. */
  wrong?: readonly DatePart[] | undefined
  parts?: readonly DatePart[] | undefined
  /** A date of birth is filled in by the browser. */
  isBirthday?: boolean | undefined
}

const allParts: readonly DatePart[] = ['day', 'month', 'year']

export const DateInput = (props: DateInputProps) => {
  const lang = usePageLang()
  const id = idOf(props)
  const isWrong = (part: DatePart) => props.error !== undefined && (props.wrong?.includes(part) ?? true)
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendSize={props.legendSize}
        isPageHeading={props.isPageHeading}
        describedBy={describedByOf(props)}
        // JAWS reads the description of a fieldset of text fields only with this role.
        role="group"
      >
        <FieldNotes {...props} />
        <div class="govuk-date-input" id={id}>
          {(props.parts ?? allParts).map((part) => (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                  {uiTexts[part][lang]}
                </label>
                <input
                  class={classes(
                    'govuk-input govuk-date-input__input',
                    isWrong(part) && 'govuk-input--error',
                    `govuk-input--width-${part === 'year' ? 4 : 2}`,
                  )}
                  id={`${id}-${part}`}
                  name={`${props.name}-${part}`}
                  type="text"
                  value={props.values?.[part]}
                  autocomplete={props.isBirthday ? `bday-${part}` : undefined}
                  inputmode="numeric"
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

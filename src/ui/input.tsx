import type { Attributes, Content } from './content.ts'
import { classes } from './content.ts'
import { describedByOf, FieldLabel, FieldNotes, FormGroup, idOf, type LabelledProps } from './field.tsx'

export type InputWidth = '2' | '3' | '4' | '5' | '10' | '20' | '30' | 'full' | 'one-half' | 'two-thirds'

export type InputProps = LabelledProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'number' | 'search' | 'date' | 'time' | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined
  autocomplete?: string | undefined
  autocapitalize?: 'off' | 'on' | 'none' | 'sentences' | 'words' | 'characters' | undefined
  spellcheck?: boolean | undefined
  pattern?: string | undefined
  maxlength?: number | undefined
  width?: InputWidth | undefined
  /** A code or a number read letter by letter: wider spacing, digits of one width. */
  isCode?: boolean | undefined
  isDisabled?: boolean | undefined
  prefix?: Content
  suffix?: Content
  attributes?: Attributes | undefined
  class?: string | undefined
}

const widthClass = (width: InputWidth | undefined) => {
  if (width === undefined) return undefined
  return /^\d/.test(width) ? `govuk-input--width-${width}` : `govuk-!-width-${width}`
}

// Preact types an input by its literal type; ours is chosen by the caller.
const typeOf = ({ type = 'text' }: InputProps): Attributes => ({ type })

const Control = (props: InputProps) => (
  <input
    class={classes(
      'govuk-input',
      widthClass(props.width),
      props.isCode && 'govuk-input--extra-letter-spacing',
      props.class,
      props.error !== undefined && 'govuk-input--error',
    )}
    id={idOf(props)}
    name={props.name}
    spellcheck={props.spellcheck}
    value={props.value}
    disabled={props.isDisabled}
    aria-describedby={describedByOf(props)}
    autocomplete={props.autocomplete}
    autocapitalize={props.autocapitalize}
    pattern={props.pattern}
    inputmode={props.inputmode}
    maxLength={props.maxlength}
    {...typeOf(props)}
    {...props.attributes}
  />
)

export const Input = (props: InputProps) => (
  <FormGroup error={props.error}>
    <FieldLabel {...props} />
    <FieldNotes {...props} />
    {props.prefix === undefined && props.suffix === undefined ? (
      <Control {...props} />
    ) : (
      <div class="govuk-input__wrapper">
        {props.prefix !== undefined && (
          <div class="govuk-input__prefix" aria-hidden="true">
            {props.prefix}
          </div>
        )}
        <Control {...props} />
        {props.suffix !== undefined && (
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        )}
      </div>
    )}
  </FormGroup>
)

import type { Content } from './content.ts'
import { classes } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type TextSize = 's' | 'm' | 'l' | 'xl'

export type LabelProps = {
  for?: string | undefined
  size?: TextSize | undefined
  isPageHeading?: boolean | undefined
  isHidden?: boolean | undefined
  class?: string | undefined
  children?: Content
}

export const Label = ({ size, isPageHeading, isHidden, ...props }: LabelProps) => {
  const names = classes('govuk-label', size && `govuk-label--${size}`, isHidden && 'govuk-visually-hidden', props.class)
  const label = (
    <label class={names} for={props.for}>
      {props.children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

export type HintProps = { id?: string | undefined; class?: string | undefined; children?: Content }

export const Hint = (props: HintProps) => (
  <div id={props.id} class={classes('govuk-hint', props.class)}>
    {props.children}
  </div>
)

export type ErrorMessageProps = {
  id?: string | undefined
  /** The word read out before the message; the page's own "Error" when not given, nothing when empty. */
  hiddenText?: string | undefined
  class?: string | undefined
  children?: Content
}

export const ErrorMessage = (props: ErrorMessageProps) => {
  const hiddenText = props.hiddenText ?? uiTexts.error[usePageLang()]
  return (
    <p id={props.id} class={classes('govuk-error-message', props.class)}>
      {hiddenText && <span class="govuk-visually-hidden">{hiddenText}:</span>} {props.children}
    </p>
  )
}

/** What every field has. `id` is the name unless given: the error summary links to `#name`. */
export type FieldProps = {
  name: string
  id?: string | undefined
  hint?: Content
  error?: string | undefined
  describedBy?: string | undefined
}

export type LabelledProps = FieldProps & {
  label: Content
  labelSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  isLabelHidden?: boolean | undefined
}

export const idOf = (props: FieldProps): string => props.id ?? props.name

/** The ids a field is described by, in the order they stand on the page. */
export const describedByOf = (props: FieldProps): string | undefined =>
  classes(
    props.describedBy,
    props.hint !== undefined && `${idOf(props)}-hint`,
    props.error !== undefined && `${idOf(props)}-error`,
  ) || undefined

export const FieldLabel = (props: LabelledProps) => (
  <Label for={idOf(props)} size={props.labelSize} isPageHeading={props.isPageHeading} isHidden={props.isLabelHidden}>
    {props.label}
  </Label>
)

/** Hint and error message of a field, where GOV.UK puts them: between label and control. */
export const FieldNotes = (props: FieldProps) => (
  <>
    {props.hint !== undefined && <Hint id={`${idOf(props)}-hint`}>{props.hint}</Hint>}
    {props.error !== undefined && <ErrorMessage id={`${idOf(props)}-error`}>{props.error}</ErrorMessage>}
  </>
)

export type FormGroupProps = {
  error?: string | undefined
  class?: string | undefined
  attributes?: Readonly<Record<string, string>>
  children?: Content
}

export const FormGroup = ({ error, attributes, ...props }: FormGroupProps) => (
  <div
    class={classes('govuk-form-group', error !== undefined && 'govuk-form-group--error', props.class)}
    {...attributes}
  >
    {props.children}
  </div>
)

import type { Content } from './content.ts'
import { classes } from './content.ts'
import type { TextSize } from './field.tsx'

export type FieldsetProps = {
  legend?: Content
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  isLegendHidden?: boolean | undefined
  describedBy?: string | undefined
  role?: 'group' | undefined
  class?: string | undefined
  children?: Content
}

export const Fieldset = ({ legend, legendSize, isPageHeading, isLegendHidden, role, ...props }: FieldsetProps) => (
  <fieldset class={classes('govuk-fieldset', props.class)} role={role} aria-describedby={props.describedBy}>
    {legend !== undefined && (
      <legend
        class={classes(
          'govuk-fieldset__legend',
          legendSize && `govuk-fieldset__legend--${legendSize}`,
          isLegendHidden && 'govuk-visually-hidden',
        )}
      >
        {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
    )}
    {props.children}
  </fieldset>
)

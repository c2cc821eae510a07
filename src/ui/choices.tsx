import type { Attributes, Content } from './content.ts'
import { classes } from './content.ts'
import { describedByOf, FieldNotes, type FieldProps, FormGroup, Hint, idOf, Label, type TextSize } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

export type Choice = {
  value: string
  text: Content
  hint?: Content
  /** Fields that belong to this answer: shown under it, folded by script until it is chosen. */
  conditional?: Content
  id?: string | undefined
  isDisabled?: boolean | undefined
  attributes?: Attributes | undefined
}
export type Divider = { divider: string }

export type ChoicesProps = FieldProps & {
  /** Without a legend there is no fieldset: only right inside another one. */
  legend?: Content
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  isLegendHidden?: boolean | undefined
  isSmall?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export type RadiosProps = ChoicesProps & {
  items: readonly (Choice | Divider)[]
  value?: string | undefined
  isInline?: boolean | undefined
}

export type CheckboxesProps = ChoicesProps & {
  /** `name` where the boxes do not share one; `isNone`: choosing it clears the others. */
  items: readonly ((Choice & { name?: string | undefined; isNone?: boolean | undefined }) | Divider)[]
  values?: readonly string[] | undefined
}

type ItemProps = {
  kind: 'radios' | 'checkboxes'
  item: Choice & { isNone?: boolean | undefined }
  id: string
  name: string
  isChosen: boolean
  describedBy?: string | undefined
}

const Item = ({ kind, item, id, name, isChosen, describedBy }: ItemProps) => {
  const hintId = `${id}-item-hint`
  const hasConditional = item.conditional !== undefined
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={isChosen}
          disabled={item.isDisabled}
          data-aria-controls={hasConditional ? `conditional-${id}` : undefined}
          data-behaviour={item.isNone ? 'exclusive' : undefined}
          aria-describedby={classes(describedBy, item.hint !== undefined && hintId) || undefined}
          {...item.attributes}
        />
        <Label for={id} class={`govuk-${kind}__label`}>
          {item.text}
        </Label>
        {item.hint !== undefined && (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {hasConditional && (
        <div
          class={classes(`govuk-${kind}__conditional`, !isChosen && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

const Choices = ({ children, ...props }: ChoicesProps & { children?: Content }) => {
  const inner = (
    <>
      <FieldNotes {...props} />
      {children}
    </>
  )
  return (
    <FormGroup error={props.error}>
      {props.legend === undefined ? (
        inner
      ) : (
        <Fieldset
          legend={props.legend}
          legendSize={props.legendSize}
          isPageHeading={props.isPageHeading}
          isLegendHidden={props.isLegendHidden}
          describedBy={describedByOf(props)}
        >
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  )
}

// The first choice carries the bare id, so that the error summary's link lands on it.
const choiceId = (props: ChoicesProps, index: number) => (index === 0 ? idOf(props) : `${idOf(props)}-${index + 1}`)

const listClasses = (kind: 'radios' | 'checkboxes', props: ChoicesProps & { isInline?: boolean | undefined }) =>
  classes(
    `govuk-${kind}`,
    props.isInline && `govuk-${kind}--inline`,
    props.isSmall && `govuk-${kind}--small`,
    props.class,
  )

export const Radios = ({ items, value, ...props }: RadiosProps) => (
  <Choices {...props}>
    <div class={listClasses('radios', props)} data-module="govuk-radios" {...props.attributes}>
      {items.map((item, index) =>
        'divider' in item ? (
          <div class="govuk-radios__divider">{item.divider}</div>
        ) : (
          <Item
            kind="radios"
            item={item}
            id={item.id ?? choiceId(props, index)}
            name={props.name}
            isChosen={item.value === value}
          />
        ),
      )}
    </div>
  </Choices>
)

export const Checkboxes = ({ items, values = [], ...props }: CheckboxesProps) => (
  <Choices {...props}>
    <div class={listClasses('checkboxes', props)} data-module="govuk-checkboxes" {...props.attributes}>
      {items.map((item, index) =>
        'divider' in item ? (
          <div class="govuk-checkboxes__divider">{item.divider}</div>
        ) : (
          <Item
            kind="checkboxes"
            item={item}
            id={item.id ?? choiceId(props, index)}
            name={item.name ?? props.name}
            isChosen={values.includes(item.value)}
            // Without a fieldset nothing else would carry the hint and the error.
            describedBy={props.legend === undefined ? describedByOf(props) : undefined}
          />
        ),
      )}
    </div>
  </Choices>
)

import type { Attributes } from './content.ts'
import { classes } from './content.ts'
import { describedByOf, FieldLabel, FieldNotes, FormGroup, idOf, type LabelledProps } from './field.tsx'

export type SelectOption = { value: string; text: string; isDisabled?: boolean | undefined }
export type SelectGroup = { label: string; items: readonly SelectOption[] }

export type SelectProps = LabelledProps & {
  items: readonly (SelectOption | SelectGroup)[]
  value?: string | undefined
  isDisabled?: boolean | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
}

const option = (item: SelectOption, value: string | undefined) => (
  <option value={item.value} selected={item.value === value} disabled={item.isDisabled}>
    {item.text}
  </option>
)

export const Select = ({ items, value, ...props }: SelectProps) => (
  <FormGroup error={props.error}>
    <FieldLabel {...props} />
    <FieldNotes {...props} />
    <select
      class={classes('govuk-select', props.class, props.error !== undefined && 'govuk-select--error')}
      id={idOf(props)}
      name={props.name}
      disabled={props.isDisabled}
      aria-describedby={describedByOf(props)}
      {...props.attributes}
    >
      {items.map((item) =>
        'label' in item ? (
          <optgroup label={item.label}>{item.items.map((inner) => option(inner, value))}</optgroup>
        ) : (
          option(item, value)
        ),
      )}
    </select>
  </FormGroup>
)

import type { Attributes, Content } from './content.ts'
import { classes } from './content.ts'
import { describedByOf, FieldLabel, FieldNotes, FormGroup, Hint, idOf, type LabelledProps } from './field.tsx'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type TextareaProps = LabelledProps & {
  value?: string | undefined
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
  isDisabled?: boolean | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
}

type GroupProps = { group?: { class: string; attributes: Record<string, string> }; after?: Content }

const TextareaGroup = ({ group, after, ...props }: TextareaProps & GroupProps) => (
  <FormGroup error={props.error} {...group}>
    <FieldLabel {...props} />
    <FieldNotes {...props} />
    <textarea
      class={classes('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.class)}
      id={idOf(props)}
      name={props.name}
      rows={props.rows ?? 5}
      spellcheck={props.spellcheck}
      disabled={props.isDisabled}
      aria-describedby={describedByOf(props)}
      autocomplete={props.autocomplete}
      value={props.value}
      {...props.attributes}
    />
    {after}
  </FormGroup>
)

export const Textarea = (props: TextareaProps) => <TextareaGroup {...props} />

export type CharacterCountProps = TextareaProps & {
  /** Characters; never enforced by the browser, so that a long paste is not silently cut. */
  maxlength: number
  /** Per cent of the limit from which the count is shown. */
  threshold?: number | undefined
}

/** A textarea that says how much may be written; counts along where the island "character-count" runs. */
export const CharacterCount = ({ maxlength, threshold, ...props }: CharacterCountProps) => {
  const lang = usePageLang()
  const infoId = `${idOf(props)}-info`
  const attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': String(maxlength),
    ...(threshold !== undefined && { 'data-threshold': String(threshold) }),
    // One form for every number: Kyrgyz needs no plural, and the Russian is worded so that it needs none.
    'data-i18n.characters-under-limit.other': uiTexts.charactersLeft[lang],
    'data-i18n.characters-at-limit': uiTexts.charactersNoneLeft[lang],
    'data-i18n.characters-over-limit.other': uiTexts.charactersOver[lang],
  }
  return (
    <TextareaGroup
      {...props}
      describedBy={classes(props.describedBy, infoId)}
      class={classes('govuk-js-character-count', props.class)}
      group={{ class: 'govuk-character-count', attributes }}
      after={
        <Hint id={infoId} class="govuk-character-count__message">
          {uiTexts.charactersUpTo(maxlength)[lang]}
        </Hint>
      }
    />
  )
}

import type { Attributes } from './content.ts'
import { classes } from './content.ts'
import { describedByOf, FieldLabel, FieldNotes, FormGroup, idOf, type LabelledProps } from './field.tsx'

export type FileUploadProps = LabelledProps & {
  /** As the attribute: "image/jpeg,image/png,application/pdf". The content is checked on the server all the same. */
  accept?: string | undefined
  isMultiple?: boolean | undefined
  isDisabled?: boolean | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
}

/** The browser's own file field. Its form needs `enctype="multipart/form-data"`. */
export const FileUpload = (props: FileUploadProps) => (
  <FormGroup error={props.error}>
    <FieldLabel {...props} />
    <FieldNotes {...props} />
    <input
      class={classes('govuk-file-upload', props.class, props.error !== undefined && 'govuk-file-upload--error')}
      id={idOf(props)}
      name={props.name}
      type="file"
      accept={props.accept}
      disabled={props.isDisabled}
      multiple={props.isMultiple}
      aria-describedby={describedByOf(props)}
      {...props.attributes}
    />
  </FormGroup>
)

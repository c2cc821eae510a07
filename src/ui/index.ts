export { ClockBox, Code, CountedDays, ReceiptPanel, RecordMark, SecretWords } from './appeal-parts.tsx'
export { Button, ButtonGroup, ButtonLink } from './button.tsx'
export { Badge, Details, InsetText, NotificationBanner, Panel, Tag, type TagColour, WarningText } from './callouts.tsx'
export { CardList, Figure, Hero, LinkList } from './cards.tsx'
export { Checkboxes, Radios } from './choices.tsx'
export type { Content } from './content.ts'
export { DateInput } from './date-input.tsx'
export { ErrorPage } from './error-page.tsx'
export { ErrorSummary } from './error-summary.tsx'
export { ErrorMessage, FormGroup, Hint } from './field.tsx'
export { Fieldset } from './fieldset.tsx'
export { FileUpload } from './file-upload.tsx'
export { errorOf, valueOf, valuesOf } from './form-errors.ts'
export {
  FileList,
  type FileListItem,
  KeyHints,
  SearchBox,
  SessionWarning,
  ShowIf,
  StepCaption,
  UploadProgress,
  WaitingFiles,
} from './form-parts.tsx'
export { Form } from './form.tsx'
export { Icon } from './icon.tsx'
export { Input } from './input.tsx'
export { type Message, Messages } from './messages.tsx'
export { BackLink, Breadcrumbs, SideNavigation } from './navigation.tsx'
export { Page } from './page.tsx'
export { Pagination } from './pagination.tsx'
export { LargePicture, type PlacedPicture } from './pictures.tsx'
export { Select, type SelectOption } from './select.tsx'
export type { Island } from './shell.tsx'
export { StaffPage } from './staff-page.tsx'
export { SummaryList, type SummaryRow } from './summary-list.tsx'
export { Table, type TableRow } from './table.tsx'
export { TaskList } from './task-list.tsx'
export { CharacterCount, Textarea } from './textarea.tsx'
export { Timeline, type TimelineItem } from './timeline.tsx'
export { sendsFile, VoiceNote } from './voice-note.tsx'

import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { Button } from './button.tsx'
import type { Content } from './content.ts'
import { Form } from './form.tsx'
import { usePageLang } from './page-lang.tsx'
import { type Picture, Thumbnail } from './pictures.tsx'
import { uiTexts } from './texts.ts'

export type StepCaptionProps = { step: number; of: number; children?: Content }

/** "Step 4 of 7 · Wages not paid", above the h1. */
export const StepCaption = ({ step, of, children }: StepCaptionProps) => (
  <p class="mek-caption">
    {uiTexts.step(step, of)[usePageLang()]}
    {children !== undefined && <> · {children}</>}
  </p>
)

export type ShowIfProps = {
  /** The `name` of the field on the same page that decides. */
  question: string
  op: '=' | '!=' | 'in' | '>='
  value: string | number | boolean | readonly (string | number)[]
  /** The condition in words, read where there is no script: "If you have a contract:". */
  when: Content
  children?: Content
}

/** A question that only matters after a certain answer: indented under it, folded where the island "show-if" runs. */
export const ShowIf = ({ question, op, value, when, children }: ShowIfProps) => (
  <div class="mek-show-if" data-show-if={question} data-show-op={op} data-show-value={JSON.stringify(value)}>
    <p class="mek-show-if__when">{when}</p>
    {children}
  </div>
)

export type FileListItem = {
  name: string
  size?: string | undefined
  href?: string | undefined
  picture?: Picture | undefined
  removeValue?: string | undefined
}
export type FileListProps = {
  page: PageContext
  items: readonly FileListItem[]
  /** Where "remove" posts to, with the file's `removeValue` as field `file`. */
  removeAction?: string | undefined
}

/** Files already kept, each with a button of its own to remove it. Not inside another form. */
export const FileList = ({ page, items, removeAction }: FileListProps) => {
  const lang = usePageLang()
  return (
    <ul class="mek-files">
      {items.map((file) => (
        <li class="mek-files__file">
          {file.picture && <Thumbnail picture={file.picture} name={file.name} />}
          <span class="mek-files__name">
            {file.href === undefined ? (
              file.name
            ) : (
              <a class="govuk-link" href={file.href}>
                {file.name}
              </a>
            )}
            {file.size !== undefined && <span class="mek-files__size"> {file.size}</span>}
          </span>
          {removeAction !== undefined && file.removeValue !== undefined && (
            <Form page={page} action={removeAction} class="mek-files__remove">
              <Button kind="secondary" name="file" value={file.removeValue}>
                {uiTexts.removeFile[lang]}
                <span class="govuk-visually-hidden"> {file.name}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

export type WaitingFile = { id: string; name: string; size: string; src: string | undefined }

/**
 * Files that wait inside the form of the message they go with: the button of each sends the form, and its words, without it.
 * A picture leads nowhere, since whoever went there would leave the words behind.
 */
export const WaitingFiles = ({ files }: { files: readonly WaitingFile[] }) => {
  const lang = usePageLang()
  return (
    <ul class="mek-files">
      {files.map(({ id, name, size, src }) => (
        <li class="mek-files__file">
          {src !== undefined && <Thumbnail picture={{ src }} name={name} />}
          <span class="mek-files__name">
            {name} <span class="mek-files__size">{size}</span>
          </span>
          <Button kind="secondary" name="remove" value={id}>
            {uiTexts.removeFile[lang]}
            <span class="govuk-visually-hidden"> {name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Where the island "upload-progress" shows how far a file is. Put it in the form, with `data-upload` on the form. */
export const UploadProgress = () => {
  const lang = usePageLang()
  const words = {
    'data-sending': uiTexts.sending[lang],
    'data-failed': uiTexts.sendingFailed[lang],
    'data-too-big': uiTexts.fileTooBig[lang],
    // A larger one is not sent at all where scripts run.
    'data-max-bytes': MAX_FILE_BYTES,
  }
  return (
    <p class="mek-progress" data-upload-progress {...words} role="status" hidden>
      <progress max="100" value="0" />
      <span />
    </p>
  )
}

export type SessionWarningProps = {
  page: PageContext
  endsInSeconds: number
  /** A post here must keep the session open and say in `session-ends-in` for how many seconds; 403 when it is over. */
  extendAction: string
  /** Where the browser goes when the time is over and nothing was typed. */
  endHref: string
  /** Where it posts what was typed, with the address of its form as `to`: the page where one comes in again, keeping it. */
  endAction: string
  /** What closes. */
  of?: 'appeal' | 'account'
  warnBeforeSeconds?: number | undefined
}

/** Warns before the appeal session ends; shown only where the island "session-warning" runs. */
export const SessionWarning = (props: SessionWarningProps) => {
  const lang = usePageLang()
  return (
    <section
      class="mek-session"
      hidden
      aria-labelledby="session-warning-title"
      data-session-warning
      data-ends-in={props.endsInSeconds}
      data-warn-before={props.warnBeforeSeconds ?? 300}
      data-end-href={props.endHref}
      data-end-action={props.endAction}
    >
      <h2 class="govuk-heading-m" id="session-warning-title">
        {uiTexts.sessionEnding[lang]}
      </h2>
      <p class="govuk-body">{uiTexts[props.of === 'account' ? 'sessionEndingStaff' : 'sessionEndingWhy'][lang]}</p>
      <Form page={props.page} action={props.extendAction}>
        <Button>{uiTexts.sessionStay[lang]}</Button>
      </Form>
    </section>
  )
}

export type SearchBoxProps = {
  action: string
  label: string
  /** Field name, `q` unless given. */
  name?: string | undefined
  value?: string | undefined
  buttonText: Content
  hint?: string | undefined
  isLabelHidden?: boolean | undefined
}

export const SearchBox = ({ name = 'q', ...props }: SearchBoxProps) => (
  <form action={props.action} method="get" role="search" class="mek-search">
    <label class={props.isLabelHidden ? 'govuk-visually-hidden' : 'govuk-label govuk-label--m'} for={name}>
      {props.label}
    </label>
    <div class="mek-search__row">
      <input
        class="mek-search__input"
        type="search"
        id={name}
        name={name}
        value={props.value}
        aria-describedby={props.hint === undefined ? undefined : `${name}-hint`}
      />
      <button class="mek-search__button">{props.buttonText}</button>
    </div>
    {props.hint !== undefined && (
      <p class="mek-search__hint" id={`${name}-hint`}>
        {props.hint}
      </p>
    )}
  </form>
)

export type KeyHintsProps = { items: readonly { keys: readonly string[]; text: string }[] }

/** Which keys do what: `j` `k` next, previous · `Enter` open. */
export const KeyHints = ({ items }: KeyHintsProps) => (
  <p class="mek-keys" data-key-hints>
    {items.map(({ keys, text }) => (
      <span class="mek-keys__hint">
        {keys.map((key) => (
          <>
            <kbd>{key}</kbd>{' '}
          </>
        ))}
        {text}
      </span>
    ))}
  </p>
)

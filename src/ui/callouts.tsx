import type { Content } from './content.ts'
import { classes } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type DetailsProps = {
  summary: Content
  isOpen?: boolean | undefined
  /** Whole on paper, where nobody can unfold it. */
  isPrinted?: boolean | undefined
  id?: string | undefined
  children?: Content
}

export const Details = (props: DetailsProps) => (
  <details id={props.id} class={classes('govuk-details', props.isPrinted && 'mek-prints')} open={props.isOpen}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
)

export type InsetTextProps = { id?: string | undefined; class?: string | undefined; children?: Content }

export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={classes('govuk-inset-text', props.class)}>
    {props.children}
  </div>
)

export type WarningTextProps = { hiddenText?: string | undefined; class?: string | undefined; children?: Content }

export const WarningText = (props: WarningTextProps) => {
  const lang = usePageLang()
  return (
    <div class={classes('govuk-warning-text', props.class)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.hiddenText ?? uiTexts.warning[lang]}</span> {props.children}
      </strong>
    </div>
  )
}

export type NotificationBannerProps = {
  /** `success`: something was just done; it is announced and takes the focus. */
  kind?: 'success' | undefined
  title?: string | undefined
  titleId?: string | undefined
  titleLevel?: 2 | 3 | undefined
  role?: 'alert' | 'region' | undefined
  disableAutoFocus?: boolean | undefined
  /** One bold line. Longer content goes into children. */
  heading?: string | undefined
  class?: string | undefined
  children?: Content
}

export const NotificationBanner = ({
  kind,
  titleId = 'govuk-notification-banner-title',
  ...props
}: NotificationBannerProps) => {
  const lang = usePageLang()
  const isSuccess = kind === 'success'
  const Title = `h${props.titleLevel ?? 2}` as const
  return (
    <div
      class={classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', props.class)}
      role={props.role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
    >
      <div class="govuk-notification-banner__header">
        <Title class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? uiTexts[isSuccess ? 'success' : 'important'][lang]}
        </Title>
      </div>
      <div class="govuk-notification-banner__content">
        {props.heading !== undefined && <p class="govuk-notification-banner__heading">{props.heading}</p>}
        {props.children}
      </div>
    </div>
  )
}

export type PanelProps = {
  title: Content
  headingLevel?: 1 | 2 | undefined
  class?: string | undefined
  children?: Content
}

/** The green panel of a thing done. */
export const Panel = (props: PanelProps) => {
  const Title = `h${props.headingLevel ?? 1}` as const
  return (
    <div class={classes('govuk-panel govuk-panel--confirmation', props.class)}>
      <Title class="govuk-panel__title">{props.title}</Title>
      {props.children !== undefined && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  )
}

export type TagColour = 'grey' | 'green' | 'blue' | 'yellow' | 'red'
export type TagProps = { colour?: TagColour | undefined; class?: string | undefined; children?: Content }

/** A state in a word: green done, blue new, yellow waiting, red critical, grey elsewhere. */
export const Tag = (props: TagProps) => (
  <strong class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)}>
    {props.children}
  </strong>
)

export type BadgeProps = { colour?: TagColour | undefined; children?: Content }

/** MoJ's badge: a short mark beside a heading ("protected", "file missing"). */
export const Badge = (props: BadgeProps) => (
  <span class={classes('moj-badge', props.colour && `moj-badge--${props.colour}`)}>{props.children}</span>
)

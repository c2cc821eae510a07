import type { Attributes, Content } from './content.ts'
import { classes } from './content.ts'

export type ButtonKind = 'main' | 'secondary' | 'warning' | 'inverse'

export type ButtonProps = {
  /** One main button a screen; everything else is secondary. */
  kind?: ButtonKind | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  /** Sends this form elsewhere ("remove this file", "save for later"). */
  formAction?: string | undefined
  isDisabled?: boolean | undefined
  /** Set on everything that sends: a slow network makes people tap twice. */
  preventDoubleClick?: boolean | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
  children?: Content
}

const names = (props: { kind?: ButtonKind | undefined; class?: string | undefined }) =>
  classes('govuk-button', props.kind && props.kind !== 'main' && `govuk-button--${props.kind}`, props.class)

export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    value={props.value}
    name={props.name}
    formAction={props.formAction}
    disabled={props.isDisabled}
    aria-disabled={props.isDisabled ? 'true' : undefined}
    data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
    class={names(props)}
    data-module="govuk-button"
    id={props.id}
    {...props.attributes}
  >
    {props.children}
  </button>
)

export type ButtonLinkProps = {
  href: string
  kind?: ButtonKind | undefined
  /** The arrow of "Start now". */
  isStart?: boolean | undefined
  id?: string | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
  children?: Content
}

/** A link that looks like a button because it starts something. */
export const ButtonLink = (props: ButtonLinkProps) => (
  <a
    href={props.href}
    role="button"
    draggable={false}
    class={classes(names(props), props.isStart && 'govuk-button--start')}
    data-module="govuk-button"
    id={props.id}
    {...props.attributes}
  >
    {/* Its flex row would swallow the white space between pieces of JSX. */}
    {props.isStart && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children}
    {props.isStart && (
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    )}
  </a>
)

/** Buttons and links beside each other, below each other on a phone. */
export const ButtonGroup = (props: { children?: Content }) => <div class="govuk-button-group">{props.children}</div>

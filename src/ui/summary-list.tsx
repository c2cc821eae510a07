import type { Content } from './content.ts'
import { classes } from './content.ts'

/** `hiddenText` says what is changed: "Change" + "phone number". */
export type SummaryAction = { href: string; text: Content; hiddenText?: string | undefined }
export type SummaryRow = { key: Content; value: Content; actions?: readonly SummaryAction[] | undefined }
export type SummaryCard = {
  title: Content
  headingLevel?: 2 | 3 | 4 | undefined
  actions?: readonly SummaryAction[] | undefined
}

export type SummaryListProps = {
  rows: readonly SummaryRow[]
  card?: SummaryCard | undefined
  isBorderless?: boolean | undefined
  class?: string | undefined
}

const Action = ({ action, cardTitle }: { action: SummaryAction; cardTitle?: Content }) => (
  <a class="govuk-link" href={action.href}>
    {action.text}
    {(action.hiddenText !== undefined || cardTitle !== undefined) && (
      <span class="govuk-visually-hidden">
        {action.hiddenText !== undefined && ` ${action.hiddenText}`}
        {cardTitle !== undefined && <> ({cardTitle})</>}
      </span>
    )}
  </a>
)

const RowActions = ({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle?: Content }) => (
  <dd class="govuk-summary-list__actions">
    {actions.length === 1 ? (
      actions.map((action) => <Action action={action} cardTitle={cardTitle} />)
    ) : (
      <ul class="govuk-summary-list__actions-list">
        {actions.map((action) => (
          <li class="govuk-summary-list__actions-list-item">
            <Action action={action} cardTitle={cardTitle} />
          </li>
        ))}
      </ul>
    )}
  </dd>
)

const List = (props: SummaryListProps) => {
  const hasActions = props.rows.some((row) => row.actions !== undefined && row.actions.length > 0)
  return (
    <dl class={classes('govuk-summary-list', props.isBorderless && 'govuk-summary-list--no-border', props.class)}>
      {props.rows.map((row) => (
        <div
          class={classes(
            'govuk-summary-list__row',
            hasActions && row.actions === undefined && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions !== undefined && row.actions.length > 0 && (
            <RowActions actions={row.actions} cardTitle={props.card?.title} />
          )}
        </div>
      ))}
    </dl>
  )
}

const CardActions = ({ actions, title }: { actions: readonly SummaryAction[]; title: Content }) =>
  actions.length === 1 ? (
    <div class="govuk-summary-card__actions">
      {actions.map((action) => (
        <Action action={action} cardTitle={title} />
      ))}
    </div>
  ) : (
    <ul class="govuk-summary-card__actions">
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <Action action={action} cardTitle={title} />
        </li>
      ))}
    </ul>
  )

export const SummaryList = (props: SummaryListProps) => {
  const { card } = props
  if (card === undefined) return <List {...props} />
  const Title = `h${card.headingLevel ?? 2}` as const
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Title class="govuk-summary-card__title">{card.title}</Title>
        {card.actions !== undefined && card.actions.length > 0 && (
          <CardActions actions={card.actions} title={card.title} />
        )}
      </div>
      <div class="govuk-summary-card__content">
        <List {...props} />
      </div>
    </div>
  )
}

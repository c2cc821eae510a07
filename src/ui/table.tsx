import type { Attributes, Content } from './content.ts'
import { classes } from './content.ts'
import type { TextSize } from './field.tsx'

export type Column = { title?: Content; isNumeric?: boolean | undefined; class?: string | undefined }
export type TableRow = {
  cells: readonly Content[]
  /** Crimson edge; the words must say why, too. */
  isCritical?: boolean | undefined
  attributes?: Attributes | undefined
}

export type TableProps = {
  caption?: Content
  captionSize?: TextSize | undefined
  isCaptionHidden?: boolean | undefined
  columns?: readonly Column[] | undefined
  rows: readonly (readonly Content[] | TableRow)[]
  firstCellIsHeader?: boolean | undefined
  /** On a phone each row becomes a card whose cells carry their column's title (columns' titles must be strings). */
  isStacked?: boolean | undefined
  /** Its columns need more room than most: it becomes cards sooner. */
  isWide?: boolean | undefined
  class?: string | undefined
}

const isPlain = (row: readonly Content[] | TableRow): row is readonly Content[] => Array.isArray(row)

const Head = ({ columns, isStacked }: { columns: readonly Column[]; isStacked: boolean }) => (
  <thead class="govuk-table__head" role={isStacked ? 'rowgroup' : undefined}>
    <tr class="govuk-table__row" role={isStacked ? 'row' : undefined}>
      {columns.map((column) => (
        <th
          scope="col"
          class={classes('govuk-table__header', column.isNumeric && 'govuk-table__header--numeric', column.class)}
          role={isStacked ? 'columnheader' : undefined}
        >
          {column.title}
        </th>
      ))}
    </tr>
  </thead>
)

type CellProps = { column: Column | undefined; isHeader: boolean; isStacked: boolean; children?: Content }

const Cell = ({ column, isHeader, isStacked, children }: CellProps) => {
  const label = isStacked && typeof column?.title === 'string' ? column.title : undefined
  return isHeader ? (
    <th
      scope="row"
      class={classes('govuk-table__header', column?.class)}
      role={isStacked ? 'rowheader' : undefined}
      data-label={label}
    >
      {children}
    </th>
  ) : (
    <td
      class={classes('govuk-table__cell', column?.isNumeric && 'govuk-table__cell--numeric', column?.class)}
      role={isStacked ? 'cell' : undefined}
      data-label={label}
    >
      {children}
    </td>
  )
}

const captionClasses = (props: TableProps) =>
  classes(
    'govuk-table__caption',
    props.captionSize && `govuk-table__caption--${props.captionSize}`,
    props.isCaptionHidden && 'govuk-visually-hidden',
  )

export const Table = (props: TableProps) => {
  const isStacked = props.isStacked ?? false
  const hasHead = props.columns?.some((column) => column.title !== undefined)
  const table = (
    // A stacked table loses its meaning with its display: the roles say again what it is.
    <table
      class={classes(
        'govuk-table',
        isStacked && 'mek-table--stacked',
        isStacked && props.isWide && 'mek-table--wide',
        props.class,
      )}
      role={isStacked ? 'table' : undefined}
    >
      {props.caption !== undefined && <caption class={captionClasses(props)}>{props.caption}</caption>}
      {hasHead && props.columns && <Head columns={props.columns} isStacked={isStacked} />}
      <tbody class="govuk-table__body" role={isStacked ? 'rowgroup' : undefined}>
        {props.rows.map((given) => {
          const row: TableRow = isPlain(given) ? { cells: given } : given
          return (
            <tr
              class={classes('govuk-table__row', row.isCritical && 'mek-table__row--critical')}
              role={isStacked ? 'row' : undefined}
              {...row.attributes}
            >
              {row.cells.map((cell, index) => (
                <Cell
                  column={props.columns?.[index]}
                  isHeader={index === 0 && (props.firstCellIsHeader ?? false)}
                  isStacked={isStacked}
                >
                  {cell}
                </Cell>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
  return isStacked ? <div class="mek-table">{table}</div> : table
}

import type { Content } from './content.ts'
import { classes } from './content.ts'

export type TimelineItem = {
  /** ISO 8601, for machines. */
  datetime: string
  /** The same for the reader: "21 ноября, 15:20". */
  when: string
  title: Content
  byline?: Content
  /** The present state: the sun-yellow dot. */
  isNow?: boolean | undefined
  /** Not yet happened: a dashed dot. */
  isAhead?: boolean | undefined
  children?: Content
}
export type TimelineProps = { items: readonly TimelineItem[] }

/** What happened, newest first as the caller orders it (MoJ's timeline as a list). */
export const Timeline = ({ items }: TimelineProps) => (
  <ol class="moj-timeline">
    {items.map((item) => (
      <li
        class={classes(
          'moj-timeline__item',
          item.isNow && 'mek-timeline__item--now',
          item.isAhead && 'mek-timeline__item--ahead',
        )}
      >
        <p class="moj-timeline__date">
          <time datetime={item.datetime}>{item.when}</time>
          {item.byline !== undefined && <span class="moj-timeline__byline"> · {item.byline}</span>}
        </p>
        <p class="moj-timeline__title">{item.title}</p>
        {item.children !== undefined && <div class="moj-timeline__description">{item.children}</div>}
      </li>
    ))}
  </ol>
)

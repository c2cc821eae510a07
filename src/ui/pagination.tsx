import type { Content } from './content.ts'
import { classes } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type PageLink = { href: string; text?: Content; label?: string | undefined }
export type PageNumber = { number: string; href: string; isCurrent?: boolean | undefined } | { ellipsis: true }
export type PaginationProps = {
  previous?: PageLink | undefined
  next?: PageLink | undefined
  items?: readonly PageNumber[] | undefined
  label?: string | undefined
  class?: string | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const
type Direction = keyof typeof arrows

const Arrow = ({ to }: { to: Direction }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)

const Turn = ({ link, to, isBlock }: { link: PageLink; to: Direction; isBlock: boolean }) => {
  const lang = usePageLang()
  const [word, rest] =
    to === 'prev'
      ? [uiTexts.previousPage[lang], uiTexts.previousPageRest[lang]]
      : [uiTexts.nextPage[lang], uiTexts.nextPageRest[lang]]
  const hasLabel = isBlock && link.label !== undefined
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={to}>
        {(isBlock || to === 'prev') && <Arrow to={to} />}
        <span
          class={classes(
            'govuk-pagination__link-title',
            isBlock && link.label === undefined && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {word}
              <span class="govuk-visually-hidden">{rest}</span>
            </>
          )}
        </span>
        {hasLabel && <span class="govuk-visually-hidden">:</span>}
        {hasLabel && <span class="govuk-pagination__link-label">{link.label}</span>}
        {!isBlock && to === 'next' && <Arrow to={to} />}
      </a>
    </div>
  )
}

const NumberItem = ({ item }: { item: PageNumber }) => {
  const lang = usePageLang()
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classes('govuk-pagination__item', item.isCurrent && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={uiTexts.pageNumber(item.number)[lang]}
        aria-current={item.isCurrent ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )
}

/** Keyset pages have only `previous` and `next`; nothing to turn gives nothing. */
export const Pagination = ({ previous, next, items, label, ...props }: PaginationProps) => {
  const lang = usePageLang()
  if (previous === undefined && next === undefined && items === undefined) return null
  const isBlock = items === undefined
  return (
    <nav
      class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', props.class)}
      aria-label={label ?? uiTexts.pagination[lang]}
    >
      {previous && <Turn link={previous} to="prev" isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <NumberItem item={item} />
          ))}
        </ul>
      )}
      {next && <Turn link={next} to="next" isBlock={isBlock} />}
    </nav>
  )
}

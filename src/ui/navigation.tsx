import type { Content } from './content.ts'
import { classes } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

export type BackLinkProps = { href: string; class?: string | undefined; children?: Content }

export const BackLink = (props: BackLinkProps) => {
  const lang = usePageLang()
  return (
    <a href={props.href} class={classes('govuk-back-link', props.class)}>
      {props.children ?? uiTexts.back[lang]}
    </a>
  )
}

export type SkipLinkProps = { href?: string | undefined; class?: string | undefined; children?: Content }

export const SkipLink = (props: SkipLinkProps) => {
  const lang = usePageLang()
  return (
    <a href={props.href ?? '#content'} class={classes('govuk-skip-link', props.class)} data-module="govuk-skip-link">
      {props.children ?? uiTexts.skipToContent[lang]}
    </a>
  )
}

/** The page itself has no `href`. */
export type Crumb = { text: Content; href?: string | undefined }
export type BreadcrumbsProps = {
  items: readonly Crumb[]
  collapseOnMobile?: boolean | undefined
  label?: string | undefined
  class?: string | undefined
}

export const Breadcrumbs = ({ items, collapseOnMobile, label, ...props }: BreadcrumbsProps) => {
  const lang = usePageLang()
  return (
    <nav
      class={classes('govuk-breadcrumbs', props.class, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={label ?? uiTexts.breadcrumbs[lang]}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href}>
                {item.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

export type SideNavItem = {
  href: string
  text: string
  count?: number | string | undefined
  isCurrent?: boolean | undefined
  /** Shown in bold: overdue, critical. */
  isUrgent?: boolean | undefined
}
export type SideNavSection = { title?: string | undefined; items: readonly SideNavItem[] }
export type SideNavigationProps = { label: string; sections: readonly SideNavSection[] }

export const SideNavigation = ({ label, sections }: SideNavigationProps) => (
  <nav class="moj-side-navigation" aria-label={label}>
    {sections.map((section) => (
      <>
        {section.title !== undefined && <h2 class="moj-side-navigation__title">{section.title}</h2>}
        <ul class="moj-side-navigation__list">
          {section.items.map((item) => (
            <li
              class={classes(
                'moj-side-navigation__item',
                item.isCurrent && 'moj-side-navigation__item--active',
                item.isUrgent && 'mek-side-navigation__item--urgent',
              )}
            >
              <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                {item.text} {item.count !== undefined && <span class="mek-count">{item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
)

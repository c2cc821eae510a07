import type { Content } from './content.ts'
import { classes } from './content.ts'
import { Tunduk } from './mark.tsx'
import { Icon, type IconName } from './icon.tsx'

export type HeroProps = { title: Content; children?: Content }

/** The first words of home: its h1 and what follows, beside a large drawing of the mark where there is room. */
export const Hero = ({ title, children }: HeroProps) => (
  <div class="mek-hero">
    <div>
      <h1 class="govuk-heading-xl">{title}</h1>
      <div class="govuk-body-l">{children}</div>
    </div>
    <Tunduk />
  </div>
)

export type CardItem = {
  href: string
  title: string
  text?: Content
  icon?: IconName | undefined
  /** The language of this tile, when not the page's ("For foreigners in Kyrgyzstan"). */
  lang?: string | undefined
}
export type CardListProps = {
  items: readonly CardItem[]
  headingLevel?: 2 | 3 | undefined
  /** Tiles below each other also on a wide screen. */
  isSingleColumn?: boolean | undefined
}

/** Tiles that lead somewhere: icon, link, one line. The whole tile can be tapped. */
export const CardList = ({ items, headingLevel = 2, isSingleColumn }: CardListProps) => {
  const Title = `h${headingLevel}` as const
  return (
    <ul class={classes('mek-cards', isSingleColumn && 'mek-cards--single')}>
      {items.map((item) => (
        <li class="mek-card" lang={item.lang}>
          {item.icon && <Icon name={item.icon} />}
          <div class="mek-card__body">
            <Title class="mek-card__title">
              <a class="mek-card__link" href={item.href} hreflang={item.lang}>
                {item.title}
              </a>
            </Title>
            {item.text !== undefined && <p class="mek-card__text">{item.text}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

export type LinkListItem = { href: string; title: Content; note?: Content }

/** Links between hairlines, each with a small line above it (topics, changed rules). */
export const LinkList = ({ items }: { items: readonly LinkListItem[] }) => (
  <ul class="mek-links">
    {items.map((item) => (
      <li>
        {item.note !== undefined && <span class="mek-links__note">{item.note}</span>}
        <a class="govuk-link" href={item.href}>
          {item.title}
        </a>
      </li>
    ))}
  </ul>
)

export type FigureProps = { value: string; children?: Content }

/** One number and what it says, beside a sun-yellow rule. */
export const Figure = (props: FigureProps) => (
  <p class="mek-figure">
    <strong class="mek-figure__value">{props.value}</strong> {props.children}
  </p>
)

import type { Content } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { uiTexts } from './texts.ts'

/** A picture among others: `src` is a small one, `href` the page that shows it large, if there is one. */
export type Picture = { href?: string | undefined; src: string }

/** Its place is kept before it comes, so that nothing jumps. One that does not come leaves words that lead to the same page. */
export const Thumbnail = ({ picture: { href, src }, name }: { picture: Picture; name: string }) => {
  const lang = usePageLang()
  const alt = (href === undefined ? uiTexts.picture : uiTexts.showLarge)(name)[lang]
  const image = <img src={src} width="160" height="120" loading="lazy" decoding="async" alt={alt} />
  return href === undefined ? (
    <span class="mek-thumbnail">{image}</span>
  ) : (
    <a class="mek-thumbnail" href={href}>
      {image}
    </a>
  )
}

export type LargePictureProps = {
  src: string
  name: string
  /** "1,2 МБ": what the file weighs that `download` leads to. */
  size: string
  download: string
  /** Where it stands among the others, from 1, and the pages of those beside it. */
  number: number
  of: number
  before: string | undefined
  after: string | undefined
}

/** One picture as wide as the page. What is pressed stands above it, and does not move when it comes. */
export const LargePicture = (props: LargePictureProps) => {
  const lang = usePageLang()
  return (
    <>
      {props.of > 1 && <p class="mek-caption">{uiTexts.pictureOf(props.number, props.of)[lang]}</p>}
      <h1 class="govuk-heading-m mek-picture__name">{props.name}</h1>
      <nav class="mek-picture__ways" aria-label={uiTexts.pictures[lang]}>
        {props.before !== undefined && (
          <Way href={props.before} rel="prev" keys="ArrowLeft">
            ← {uiTexts.pictureBefore[lang]}
          </Way>
        )}
        {props.after !== undefined && (
          <Way href={props.after} rel="next" keys="ArrowRight">
            {uiTexts.pictureAfter[lang]} →
          </Way>
        )}
        <Way href={props.download}>
          {uiTexts.download[lang]} ({props.size})
        </Way>
      </nav>
      <img class="mek-picture" src={props.src} alt={uiTexts.picture(props.name)[lang]} />
    </>
  )
}

/** `keys` work where the island "picture-keys" runs. */
const Way = (props: { href: string; rel?: 'prev' | 'next'; keys?: string; children: Content }) => (
  <a class="govuk-link" href={props.href} rel={props.rel} aria-keyshortcuts={props.keys}>
    {props.children}
  </a>
)

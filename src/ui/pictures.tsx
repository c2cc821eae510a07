import { formatBytes } from '#src/language/numbers.ts'
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

/** `bytes`: of the file as it is downloaded. */
type PictureFile = { readonly id: string; readonly name: string; readonly bytes: number }
/** One picture, and where it stands among the others, from 1. */
export type PlacedPicture<File extends PictureFile = PictureFile> = {
  readonly one: File
  readonly number: number
  readonly of: number
  readonly before: File | undefined
  readonly after: File | undefined
}

export type LargePictureProps = {
  placed: PlacedPicture
  /** Addresses by the file's id: the page that shows it large, the picture on it, the file itself. */
  page: (id: string) => string
  drawn: (id: string) => string
  download: (id: string) => string
}

/** One picture as wide as the page. What is pressed stands above it, and does not move when it comes. */
export const LargePicture = ({ placed, page, drawn, download }: LargePictureProps) => {
  const lang = usePageLang()
  const { one, number, of, before, after } = placed
  return (
    <>
      {of > 1 && <p class="mek-caption">{uiTexts.pictureOf(number, of)[lang]}</p>}
      <h1 class="govuk-heading-m mek-picture__name">{one.name}</h1>
      <nav class="mek-picture__ways" aria-label={uiTexts.pictures[lang]}>
        {before && (
          <Way href={page(before.id)} rel="prev" keys="ArrowLeft">
            ← {uiTexts.pictureBefore[lang]}
          </Way>
        )}
        {after && (
          <Way href={page(after.id)} rel="next" keys="ArrowRight">
            {uiTexts.pictureAfter[lang]} →
          </Way>
        )}
        <Way href={download(one.id)}>
          {uiTexts.download[lang]} ({formatBytes(one.bytes, lang)})
        </Way>
      </nav>
      <img class="mek-picture" src={drawn(one.id)} alt={uiTexts.picture(one.name)[lang]} />
    </>
  )
}

/** `keys` work where the island "picture-keys" runs. */
const Way = (props: { href: string; rel?: 'prev' | 'next'; keys?: string; children: Content }) => (
  <a class="govuk-link" href={props.href} rel={props.rel} aria-keyshortcuts={props.keys}>
    {props.children}
  </a>
)

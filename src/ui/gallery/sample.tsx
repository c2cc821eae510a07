import type { JSX } from 'preact'
import type { Lang, Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { type Content, Page, StaffPage } from '#src/ui/index.ts'

/** One page of the gallery: looked at in dev, walked by the accessibility test. Facts in it are made up. */
export type Sample = { readonly name: string; readonly render: (page: PageContext) => JSX.Element }

export const text = (ky: string, ru: string, en: string): Text => ({ ky, ru, en })

/** Pieces on a public page of their own, in the page's language. */
export const pieces = (name: string, show: (lang: Lang, page: PageContext) => Content): Sample => ({
  name,
  render: (page) => (
    <Page page={page} title={name} islands={['character-count', 'show-if', 'voice-note', 'upload-progress']}>
      <h1 class="govuk-heading-l">{name}</h1>
      {show(page.lang, page)}
    </Page>
  ),
})

/** The same on a staff page. */
export const staffPieces = (name: string, show: (lang: Lang, page: PageContext) => Content): Sample => ({
  name,
  render: (page) => (
    <StaffPage page={page} title={name} islands={['staff-keys']}>
      <h1 class="govuk-heading-l">{name}</h1>
      {show(page.lang, page)}
    </StaffPage>
  ),
})

/** Of those a page can show: one that comes, and one that does not. */
export const aPicture = { href: '#large', src: '/assets/mark-1.svg' }
export const aLostPicture = { href: '#large', src: '/assets/lost.jpg' }

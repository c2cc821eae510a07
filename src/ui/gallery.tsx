import type { PageContext } from '#src/kernel/page.ts'
import { fieldSamples } from './gallery/fields.tsx'
import { partSamples } from './gallery/parts.tsx'
import { appealPageSamples } from './gallery/appeal-pages.tsx'
import { askingPageSamples } from './gallery/asking-pages.tsx'
import type { Sample } from './gallery/sample.tsx'
import { staffPageSamples } from './gallery/staff-pages.tsx'
import { LinkList } from './cards.tsx'
import { Page } from './page.tsx'

export type { Sample } from './gallery/sample.tsx'

/** Every piece of ui and a page of each kind with sample words, in whatever language the page has. */
export const gallery: readonly Sample[] = [
  ...fieldSamples,
  ...partSamples,
  ...askingPageSamples,
  ...appealPageSamples,
  ...staffPageSamples,
]

/** What `/_gallery` itself shows; `hrefOf` says where one sample is shown. */
export const GalleryPage = ({ page, hrefOf }: { page: PageContext; hrefOf: (name: string) => string }) => (
  <Page page={page} title="Gallery">
    <h1 class="govuk-heading-l">Gallery</h1>
    <LinkList items={gallery.map(({ name }) => ({ href: hrefOf(name), title: name }))} />
  </Page>
)

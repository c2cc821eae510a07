import type { PageContext } from '#src/kernel/page.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import { LargePicture, Page, type PlacedPicture } from '#src/ui/index.ts'

type Props = { page: PageContext; placed: PlacedPicture; cameFromCheck: boolean }

/** One picture of a draft, large: whoever sends it sees what the service will see. */
export const PicturePage = ({ page, placed, cameFromCheck }: Props) => {
  const { lang } = page
  const from = cameFromCheck ? 'check' : undefined
  return (
    <Page
      page={page}
      title={t.filesTitle}
      isWide
      exit
      back={{ href: paths.askStep(lang, from ?? 'files') }}
      islands={['picture-keys']}
    >
      <LargePicture
        placed={placed}
        page={(id) => paths.askPicture(lang, id, { from })}
        drawn={(id) => paths.askPictureDrawn(lang, id, 'large')}
        download={(id) => paths.askFileOwn(lang, id)}
      />
    </Page>
  )
}

import type { PageContext } from '#src/kernel/page.ts'
import { formatBytes } from '#src/language/numbers.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import { LargePicture, Page } from '#src/ui/index.ts'

type Props = {
  page: PageContext
  one: FileEntry
  number: number
  of: number
  before: FileEntry | undefined
  after: FileEntry | undefined
  cameFromCheck: boolean
}

/** One picture of a draft, large: whoever sends it sees what the service will see. */
export const PicturePage = ({ page, one, number, of, before, after, cameFromCheck }: Props) => {
  const { lang } = page
  const from = cameFromCheck ? 'check' : undefined
  const pageOf = (file: FileEntry | undefined) => file && paths.askPicture(lang, file.id, { from })
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
        src={paths.askPictureDrawn(lang, one.id, 'large')}
        name={one.name}
        size={formatBytes(one.bytes, lang)}
        download={paths.askFileOwn(lang, one.id)}
        number={number}
        of={of}
        before={pageOf(before)}
        after={pageOf(after)}
      />
    </Page>
  )
}

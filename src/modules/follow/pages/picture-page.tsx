import type { PageContext } from '#src/kernel/page.ts'
import { formatBytes } from '#src/language/numbers.ts'
import type { AppealFile } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { LargePicture, Page, SessionWarning } from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'

type Shown = AppealFile & { readonly messageId: string }
type Props = {
  page: PageContext
  one: Shown
  number: number
  of: number
  before: Shown | undefined
  after: Shown | undefined
  endsInSeconds: number
}

/** One picture of the conversation, large; back leads to the message that it came with. */
export const PicturePage = ({ page, one, before, after, number, of, endsInSeconds }: Props) => {
  const { lang } = page
  const pageOf = (picture: Shown | undefined) => picture && paths.myAppealPicture(lang, picture.id)
  return (
    <Page
      page={page}
      title={t.conversation}
      isTitleNeutral
      isWide
      exit
      back={{ href: `${paths.myAppealView(lang)}#message-${one.messageId}` }}
      islands={['session-warning', 'picture-keys']}
    >
      <LargePicture
        src={paths.myAppealPictureDrawn(lang, one.id, 'large')}
        name={one.name}
        size={formatBytes(one.bytes, lang)}
        download={paths.myAppealFile(lang, one.id)}
        number={number}
        of={of}
        before={pageOf(before)}
        after={pageOf(after)}
      />
      <SessionWarning
        page={page}
        endsInSeconds={endsInSeconds}
        extendAction={paths.myAppealAct(lang, 'stay')}
        endHref={paths.myAppeal(lang, { ended: 'yes' })}
        endAction={paths.myAppealEnded(lang)}
      />
    </Page>
  )
}

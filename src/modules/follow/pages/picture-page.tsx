import type { PageContext } from '#src/kernel/page.ts'
import type { AppealFile } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { LargePicture, Page, type PlacedPicture, SessionWarning } from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'

type Props = {
  page: PageContext
  placed: PlacedPicture<AppealFile & { readonly messageId: string }>
  endsInSeconds: number
}

/** One picture of the conversation, large; back leads to the message that it came with. */
export const PicturePage = ({ page, placed, endsInSeconds }: Props) => {
  const { lang } = page
  return (
    <Page
      page={page}
      title={t.conversation}
      isTitleNeutral
      isWide
      exit
      back={{ href: `${paths.myAppealView(lang)}#message-${placed.one.messageId}` }}
      islands={['session-warning', 'picture-keys']}
    >
      <LargePicture
        placed={placed}
        page={(id) => paths.myAppealPicture(lang, id)}
        drawn={(id) => paths.myAppealPictureDrawn(lang, id, 'large')}
        download={(id) => paths.myAppealFile(lang, id)}
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

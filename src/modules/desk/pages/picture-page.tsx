import type { PageContext } from '#src/kernel/page.ts'
import type { PlacedPicture } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { BackLink, LargePicture, StaffPage } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'

type Props = { page: PageContext; appealId: string; placed: PlacedPicture }

/** One picture of an appeal, large; back leads to the message that it came with. */
export const PicturePage = ({ page, appealId, placed }: Props) => {
  const message = `${paths.staffAppeal(appealId)}#message-${placed.one.messageId}`
  return (
    <StaffPage page={page} title={t.conversation[page.lang]} nav={staffNav(page, undefined)} islands={['picture-keys']}>
      <BackLink href={message}>{t.backToAppeal[page.lang]}</BackLink>
      <LargePicture
        placed={placed}
        page={(id) => paths.staffAppealPicture(appealId, id)}
        drawn={(id) => paths.staffAppealPictureDrawn(appealId, id, 'large')}
        download={(id) => paths.staffAppealFile(appealId, id)}
      />
    </StaffPage>
  )
}

import type { PageContext } from '#src/kernel/page.ts'
import { formatBytes } from '#src/language/numbers.ts'
import type { PlacedPicture } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { BackLink, LargePicture, StaffPage } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'

type Props = { page: PageContext; appealId: string; placed: PlacedPicture }

/** One picture of an appeal, large; back leads to the message that it came with. */
export const PicturePage = ({ page, appealId, placed: { one, before, after, number, of } }: Props) => {
  const { lang } = page
  const pageOf = (id: string | undefined) => (id === undefined ? undefined : paths.staffAppealPicture(appealId, id))
  return (
    <StaffPage page={page} title={t.conversation[lang]} nav={staffNav(page, undefined)} islands={['picture-keys']}>
      <BackLink href={`${paths.staffAppeal(appealId)}#message-${one.messageId}`}>{t.backToAppeal[lang]}</BackLink>
      <LargePicture
        src={paths.staffAppealPictureDrawn(appealId, one.id, 'large')}
        name={one.name}
        size={formatBytes(one.bytes, lang)}
        download={paths.staffAppealFile(appealId, one.id)}
        number={number}
        of={of}
        before={pageOf(before?.id)}
        after={pageOf(after?.id)}
      />
    </StaffPage>
  )
}

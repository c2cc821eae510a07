import type { Lang } from '#src/kernel/lang.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import { canShow, isOpen } from '#src/modules/files/rules.ts'
import { sizeAndState } from '#src/modules/files/texts/scan.ts'
import { paths } from '#src/paths.ts'
import type { FileListItem } from '#src/ui/index.ts'

/** A file of a draft in a list: its name opens it, a picture is seen. */
export const shownFile = (file: FileEntry, lang: Lang, from?: 'check'): FileListItem => ({
  name: file.name,
  size: sizeAndState(file, lang),
  href: isOpen(file.scan) ? paths.askFileOwn(lang, file.id) : undefined,
  picture: canShow(file)
    ? { href: paths.askPicture(lang, file.id, { from }), src: paths.askPictureDrawn(lang, file.id, 'small') }
    : undefined,
})

import type { Lang } from '#src/kernel/lang.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import { isOpen, isPicture } from '#src/modules/files/rules.ts'
import { sizeAndState } from '#src/modules/files/texts.ts'
import { paths } from '#src/paths.ts'
import type { FileListItem } from '#src/ui/index.ts'

/** A file of a draft in a list: its name opens it, a picture is seen. */
export const shownFile = ({ id, name, type, bytes, scan }: FileEntry, lang: Lang, from?: 'check'): FileListItem => ({
  name,
  size: sizeAndState({ bytes, scan }, lang),
  href: isOpen(scan) ? paths.askFileOwn(lang, id) : undefined,
  picture:
    isOpen(scan) && isPicture(type)
      ? { href: paths.askPicture(lang, id, { from }), src: paths.askPictureDrawn(lang, id, 'small') }
      : undefined,
})

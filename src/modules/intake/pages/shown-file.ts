import type { Lang } from '#src/kernel/lang.ts'
import { formatBytes } from '#src/language/numbers.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import { isPicture } from '#src/modules/files/rules.ts'
import { paths } from '#src/paths.ts'
import type { FileListItem } from '#src/ui/index.ts'

/** A file of a draft in a list: its name opens it, a picture is seen. */
export const shownFile = ({ id, name, type, bytes }: FileEntry, lang: Lang, from?: 'check'): FileListItem => ({
  name,
  size: formatBytes(bytes, lang),
  href: paths.askFileOwn(lang, id),
  picture: isPicture(type)
    ? { href: paths.askPicture(lang, id, { from }), src: paths.askPictureDrawn(lang, id, 'small') }
    : undefined,
})

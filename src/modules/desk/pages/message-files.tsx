import type { AppealFile } from '#src/modules/appeals/index.ts'
import { acceptedFiles, canShow } from '#src/modules/files/rules.ts'
import { sizeAndState } from '#src/modules/files/texts/scan.ts'
import { paths } from '#src/paths.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { FileUpload, WaitingFiles } from '#src/ui/index.ts'
import { actTexts as t } from '../texts/acts.ts'

type Props = {
  lang: Lang
  appealId: string
  id: string
  error: string | undefined
  files: readonly AppealFile[]
}

/** One file with each request, kept until the words are sent; what was added can be taken out again. */
export const MessageFiles = ({ lang, appealId, id, error, files }: Props) => (
  <>
    {files.length > 0 && (
      <WaitingFiles
        files={files.map((file) => ({
          id: file.id,
          name: file.name,
          size: sizeAndState(file, lang),
          src: canShow(file) ? paths.staffAppealPictureDrawn(appealId, file.id, 'small') : undefined,
        }))}
      />
    )}
    <FileUpload name="file" id={id} error={error} label={t.file[lang]} hint={t.fileHint[lang]} accept={acceptedFiles} />
  </>
)

import type { AppealFile } from '#src/modules/appeals/index.ts'
import { acceptedFiles } from '#src/modules/files/rules.ts'
import { sizeAndState } from '#src/modules/files/texts.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { Button, FileUpload } from '#src/ui/index.ts'
import { actTexts as t } from '../texts/acts.ts'

type Props = { lang: Lang; id: string; error: string | undefined; files: readonly AppealFile[] }

/** One file with each request, kept until the words are sent; what was added can be taken out again. */
export const MessageFiles = ({ lang, id, error, files }: Props) => (
  <>
    {files.length > 0 && (
      <ul class="mek-files">
        {files.map((file) => (
          <li class="mek-files__file">
            <span class="mek-files__name">
              {file.name} <span class="mek-files__size">{sizeAndState(file, lang)}</span>
            </span>
            <Button kind="secondary" name="remove" value={file.id}>
              {t.removeFile[lang]}
              <span class="govuk-visually-hidden"> {file.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    )}
    <FileUpload name="file" id={id} error={error} label={t.file[lang]} hint={t.fileHint[lang]} accept={acceptedFiles} />
  </>
)

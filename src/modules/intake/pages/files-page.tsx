import type { FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { FileEntry } from '#src/modules/files/index.ts'
import { acceptedFiles, MAX_FILES } from '#src/modules/files/rules.ts'
import { askTexts } from '#src/modules/intake/texts/ask.ts'
import { questionTexts as t } from '#src/modules/intake/texts/questions.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonLink,
  errorOf,
  FileList,
  FileUpload,
  Form,
  sendsFile,
  UploadProgress,
  VoiceNote,
} from '#src/ui/index.ts'
import { shownFile } from './shown-file.ts'
import { StepPage, TakeAlongForm, type Place } from './step-page.tsx'

type Props = {
  page: PageContext
  place: Place
  errors: readonly FormError[]
  files: readonly FileEntry[]
  /** What the topic asks to see, and what often helps. */
  useful: readonly Text[]
  next: string
}

export const FilesPage = ({ page, place, errors, files, useful, next }: Props) => {
  const { lang } = page
  const items = files.map((file) => ({ ...shownFile(file, lang), removeValue: file.id }))
  return (
    <StepPage
      page={page}
      place={place}
      title={t.filesTitle}
      errors={errors}
      islands={['voice-note', 'upload-progress']}
    >
      <p class="govuk-body">{t.filesIntro[lang]}</p>
      {useful.length > 0 && (
        <>
          <h2 class="govuk-heading-s">{t.filesUseful[lang]}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {useful.map((name) => (
              <li>{name[lang]}</li>
            ))}
          </ul>
        </>
      )}
      {items.length > 0 && (
        <>
          <h2 class="govuk-heading-s">{t.filesAdded[lang]}</h2>
          <FileList page={page} items={items} removeAction={paths.askFileRemove(lang)} />
        </>
      )}
      {items.length < MAX_FILES && <Upload page={page} errors={errors} />}
      <ButtonLink href={next}>{askTexts.continue[lang]}</ButtonLink>
      <TakeAlongForm page={page} place={place} />
    </StepPage>
  )
}

const Upload = ({ page, errors }: Pick<Props, 'page' | 'errors'>) => {
  const { lang } = page
  return (
    <Form page={page} action={paths.askFile(lang)} enctype="multipart/form-data" attributes={{ 'data-upload': true }}>
      <FileUpload
        name="file"
        label={t.fileLabel[lang]}
        labelSize="s"
        hint={
          <>
            {t.filesLimits[lang]} {t.filesHidden[lang]}
          </>
        }
        accept={acceptedFiles}
        error={errorOf(errors, 'file', lang)}
      />
      <VoiceNote />
      <UploadProgress />
      <Button kind="secondary" preventDoubleClick attributes={sendsFile}>
        {t.fileAdd[lang]}
      </Button>
    </Form>
  )
}

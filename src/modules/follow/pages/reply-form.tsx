import { acceptedFiles, canShow } from '#src/modules/files/rules.ts'
import { sizeAndState } from '#src/modules/files/texts/scan.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonGroup,
  errorOf,
  FileUpload,
  Form,
  sendsFile,
  Textarea,
  UploadProgress,
  valueOf,
  VoiceNote,
  WaitingFiles,
} from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** One form for words and file: adding or taking out a file keeps the words. */
export const ReplyForm = ({ page, appeal, errors, filled, messageKey, messageFiles }: AppealPageProps) => {
  const { lang } = page
  const isAsked = appeal.state === 'moreInfoNeeded'
  return (
    <Form
      page={page}
      action={paths.myAppealReply(lang)}
      enctype="multipart/form-data"
      class="mek-no-print"
      attributes={{ 'data-upload': true }}
    >
      {/* Before the file: it must be known whose file it is when it streams in. */}
      <input type="hidden" name="key" value={messageKey} />
      <Textarea
        name="text"
        label={isAsked ? t.yourAnswer[lang] : t.yourMessage[lang]}
        labelSize="m"
        hint={isAsked ? t.yourAnswerHint[lang] : t.yourMessageHint[lang]}
        rows={6}
        // Whose reason to open it again, or words to a rating, came when it was open already.
        value={valueOf(filled, 'text') ?? valueOf(filled, 'reopenReason') ?? valueOf(filled, 'ratingWords')}
        error={errorOf(errors, 'text', lang)}
      />
      {messageFiles.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t.files[lang]}</h3>
          <WaitingFiles
            files={messageFiles.map((file) => ({
              id: file.id,
              name: file.name,
              size: sizeAndState(file, lang),
              src: canShow(file) ? paths.myAppealPictureDrawn(lang, file.id, 'small') : undefined,
            }))}
          />
        </>
      )}
      <FileUpload
        name="file"
        label={t.file[lang]}
        hint={t.fileHint[lang]}
        accept={acceptedFiles}
        error={errorOf(errors, 'file', lang)}
      />
      <VoiceNote />
      <UploadProgress />
      <ButtonGroup>
        <Button name="act" value="send" preventDoubleClick>
          {t.send[lang]}
        </Button>
        <Button kind="secondary" name="act" value="file" attributes={sendsFile}>
          {t.addFile[lang]}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

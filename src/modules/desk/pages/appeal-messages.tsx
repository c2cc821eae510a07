import { momentInFigures } from '#src/language/dates.ts'
import type { AppealMessage } from '#src/modules/appeals/index.ts'
import { canShow, isOpen, isVoice } from '#src/modules/files/rules.ts'
import { scanTextOf } from '#src/modules/files/texts/scan.ts'
import { paths } from '#src/paths.ts'
import { Messages, type Message } from '#src/ui/index.ts'
import { formatBytes } from '#src/language/numbers.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** The conversation as both sides have it, with the notes only staff see between. */
export const AppealMessages = (props: AppealPageProps) => (
  <>
    <h2 class="govuk-heading-m">{t.conversation[props.page.lang]}</h2>
    <Messages items={props.desk.appeal.messages.map((message) => messageOf(message, props))} />
  </>
)

function messageOf(message: AppealMessage, { page: { lang }, desk, catalogue }: AppealPageProps): Message {
  const { appeal, staffNames } = desk
  const isNote = message.kind === 'note'
  const sender = message.staffId === undefined ? t.person[lang] : (staffNames.get(message.staffId) ?? t.system[lang])
  return {
    id: `message-${message.id}`,
    from: isNote ? 'note' : message.staffId === undefined ? 'other' : 'own',
    sender: isNote ? `${sender} · ${t.seenByStaff[lang]}` : sender,
    datetime: message.at.toISOString(),
    when: momentInFigures(message.at, catalogue.settings.numberTimeZone)[lang],
    lang: message.lang === lang ? undefined : message.lang,
    text: message.body,
    files: message.files.map((file) => ({
      href: isOpen(file.scan) ? paths.staffAppealFile(appeal.id, file.id) : undefined,
      name: file.name,
      size: formatBytes(file.bytes, lang),
      picture: canShow(file)
        ? {
            href: paths.staffAppealPicture(appeal.id, file.id),
            src: paths.staffAppealPictureDrawn(appeal.id, file.id, 'small'),
          }
        : undefined,
      state: scanTextOf(file.scan)?.[lang],
      isVoice: isVoice(file.type),
    })),
  }
}

import { formatBytes } from '#src/language/numbers.ts'
import { canShow, isOpen, isVoice } from '#src/modules/files/rules.ts'
import { scanTextOf } from '#src/modules/files/texts/scan.ts'
import { paths } from '#src/paths.ts'
import { Messages } from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'
import { shortMoment } from './short-moment.ts'

/** Both sides' words in the order they were written, with their files. */
export const Conversation = ({ page: { lang }, appeal, zone, now }: AppealPageProps) => (
  <>
    <h2 class="govuk-heading-m">{t.conversation[lang]}</h2>
    <Messages
      label={t.conversation[lang]}
      items={appeal.messages.map((message) => ({
        id: `message-${message.id}`,
        from: message.author === 'person' ? ('own' as const) : ('other' as const),
        // No team: the one that has the appeal now need not be the one that wrote. Who has it stands above.
        sender: message.author === 'person' ? t.you[lang] : t.service[lang],
        datetime: message.at.toISOString(),
        when: shortMoment(message.at, { zone, now }, lang),
        // Another language than the page's: a screen reader then changes its voice.
        lang: message.lang === lang ? undefined : message.lang,
        text: message.body,
        files: message.files.map((file) => ({
          href: isOpen(file.scan) ? paths.myAppealFile(lang, file.id) : undefined,
          name: file.name,
          size: formatBytes(file.bytes, lang),
          picture: canShow(file)
            ? { href: paths.myAppealPicture(lang, file.id), src: paths.myAppealPictureDrawn(lang, file.id, 'small') }
            : undefined,
          state: scanTextOf(file.scan)?.[lang],
          isVoice: isVoice(file.type),
        })),
      }))}
    />
  </>
)

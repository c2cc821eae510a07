import type { Text } from '#src/kernel/lang.ts'
import { counted, type Forms } from '#src/language/plurals.ts'
import type { NoticeTemplate } from '../rules.ts'

/** What stands in a letter besides its words. */
export type LetterParts = { readonly link: string; readonly code: string; readonly count: number }
type LetterTexts = { readonly subject: Text; readonly body: (parts: LetterParts) => Text }

// Whoever sees the subject on a locked screen learns nothing: no service, no appeal, no number.
const newMessage: Text = {
  ky: 'Сизге жаңы билдирүү бар',
  ru: 'Для вас есть новое сообщение',
  en: 'You have a new message',
}

const joined = (...paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`

/** Only that there is news, and where to read it. */
const news =
  (words: Text): LetterTexts['body'] =>
  ({ link }) => ({
    ky: joined(
      'Саламатсызбы!',
      words.ky,
      `Окуу үчүн бул даректи ачыңыз. Ал жерде номериңиз менен жашыруун сөздөрүңүз керек болот:\n${link}`,
      'Бул кат автоматтык түрдө жөнөтүлдү, ага жооп берүүнүн кажети жок. Биз катта жашыруун сөздөрүңүздү эч качан сурабайбыз. Эгер кат сизге тиешелүү болбосо, көңүл бурбай коюңуз.',
    ),
    ru: joined(
      'Здравствуйте!',
      words.ru,
      `Чтобы прочитать, откройте этот адрес. Там понадобятся ваш номер и секретные слова:\n${link}`,
      'Это письмо отправлено автоматически, отвечать на него не нужно. В письмах мы никогда не спрашиваем секретные слова. Если письмо не для вас, просто не обращайте на него внимания.',
    ),
    en: joined(
      'Hello,',
      words.en,
      `To read it, open this address. You will need your number and your secret words there:\n${link}`,
      'This e-mail was sent automatically; there is no need to answer it. We never ask for your secret words by e-mail. If it is not meant for you, please ignore it.',
    ),
  })

const criticalAppeals: Forms = {
  ky: 'өтө шашылыш кайрылуу',
  ru: ['критическое обращение', 'критических обращения', 'критических обращений'],
  en: ['critical appeal', 'critical appeals'],
}

const forStaff =
  (words: (parts: LetterParts) => Text): LetterTexts['body'] =>
  (parts) => {
    const text = words(parts)
    return { ky: joined('Саламатсызбы!', text.ky), ru: joined('Здравствуйте!', text.ru), en: joined('Hello,', text.en) }
  }

export const letterTexts = {
  received: {
    subject: newMessage,
    body: news({
      ky: 'Жөнөткөнүңүз кабыл алынды.',
      ru: 'То, что вы отправили, принято.',
      en: 'What you sent has been received.',
    }),
  },
  question: {
    subject: newMessage,
    body: news({
      ky: 'Сизге суроо бар. Жообуңузду күтүп жатабыз.',
      ru: 'Для вас есть вопрос. Мы ждём вашего ответа.',
      en: 'There is a question for you. We are waiting for your answer.',
    }),
  },
  news: {
    subject: newMessage,
    body: news({ ky: 'Сиз үчүн жаңылык бар.', ru: 'Для вас есть новость.', en: 'There is news for you.' }),
  },
  answer: {
    subject: newMessage,
    body: news({ ky: 'Сизге жооп даяр.', ru: 'Для вас готов ответ.', en: 'There is an answer for you.' }),
  },
  termExtended: {
    subject: newMessage,
    body: news({
      ky: 'Жооп берүү мөөнөтү узартылды. Эмне үчүн экенин барактан окуй аласыз.',
      ru: 'Срок ответа продлён. Почему, можно прочитать на странице.',
      en: 'The deadline for the answer has been extended. The page says why.',
    }),
  },
  closed: {
    subject: newMessage,
    body: news({
      ky: 'Бул боюнча иш аяктады. Макул болбосоңуз, 30 күндүн ичинде аны улантууну сурансаңыз болот.',
      ru: 'Работа завершена. Если вы не согласны, в течение 30 дней можно попросить её продолжить.',
      en: 'The work is finished. If you do not agree, you can ask us to continue within 30 days.',
    }),
  },
  contactCode: {
    subject: {
      ky: 'Электрондук дарегиңизди ырастаңыз',
      ru: 'Подтвердите ваш адрес',
      en: 'Confirm your address',
    },
    body: ({ link, code }) => ({
      ky: joined(
        'Саламатсызбы!',
        `Бул дарек сиздики экенин ырастоо үчүн шилтемени ачыңыз:\n${link}`,
        `же баракка ушул алты санды жазыңыз: ${code}`,
        'Эгер муну сиз сурабасаңыз, көңүл бурбай коюңуз.',
      ),
      ru: joined(
        'Здравствуйте!',
        `Чтобы подтвердить, что этот адрес ваш, откройте ссылку:\n${link}`,
        `или введите на странице эти шесть цифр: ${code}`,
        'Если вы этого не просили, просто не обращайте внимания.',
      ),
      en: joined(
        'Hello,',
        `To confirm that this address is yours, open the link:\n${link}`,
        `or enter these six digits on the page: ${code}`,
        'If you did not ask for this, please ignore it.',
      ),
    }),
  },
  criticalAppeal: {
    subject: {
      ky: 'Өтө шашылыш: кароого алуу керек',
      ru: 'Критическое: нужно взять в работу',
      en: 'Critical: waiting to be taken',
    },
    body: forStaff(({ link, count }) => ({
      ky: `${counted(count, criticalAppeals).ky} күтүп турат, аларды азырынча эч ким алган жок. Өзүңүзгө алуу үчүн кезекти ачыңыз:\n${link}\n\nБаары алынганга чейин бул кат ар 15 мүнөт сайын кайталанат.`,
      ru: `Ждут, и никто их не взял: ${counted(count, criticalAppeals).ru}. Откройте очередь, чтобы взять в работу:\n${link}\n\nПисьмо повторяется каждые 15 минут, пока все обращения не взяты.`,
      en: `Waiting, and nobody has taken them: ${counted(count, criticalAppeals).en}. Open the queue to take them:\n${link}\n\nThis e-mail comes again every 15 minutes until all are taken.`,
    })),
  },
  staffInvite: {
    subject: {
      ky: 'Жумуш порталына чакыруу',
      ru: 'Приглашение в рабочий портал',
      en: 'Invitation to the staff portal',
    },
    body: forStaff(({ link }) => ({
      ky: `Сиз үчүн аккаунт түзүлдү. Сырсөз коюу үчүн бул шилтемени ачыңыз. Шилтеме бир жолу гана иштейт:\n${link}`,
      ru: `Для вас создана учётная запись. Чтобы задать пароль, откройте эту ссылку. Она работает один раз:\n${link}`,
      en: `An account has been made for you. Open this link to set your password. It works once:\n${link}`,
    })),
  },
  staffReset: {
    subject: { ky: 'Жаңы сырсөз коюңуз', ru: 'Задайте новый пароль', en: 'Set a new password' },
    body: forStaff(({ link }) => ({
      ky: `Администратор сиздин кирүүңүздү жаңыртты. Жаңы сырсөз коюу үчүн бул шилтемени ачыңыз. Шилтеме бир жолу гана иштейт:\n${link}\n\nЭгер муну күтпөсөңүз, администраторго айтыңыз.`,
      ru: `Администратор сбросил ваш вход. Чтобы задать новый пароль, откройте эту ссылку. Она работает один раз:\n${link}\n\nЕсли вы этого не ждали, сообщите администратору.`,
      en: `An administrator has reset your sign-in. Open this link to set a new password. It works once:\n${link}\n\nIf you did not expect this, tell an administrator.`,
    })),
  },
} as const satisfies Readonly<Record<NoticeTemplate, LetterTexts>>

export const kyUncertain: readonly (keyof typeof letterTexts)[] = ['staffReset', 'criticalAppeal']

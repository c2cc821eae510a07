import type { Text, Texts } from '#src/kernel/lang.ts'
import type { NoticeState, NoticeTemplate } from '../rules.ts'

export const outboxTexts = {
  title: { ky: 'Билдирмелер', ru: 'Уведомления', en: 'Notices' },
  mailOff: {
    ky: 'Почта сервери жөндөлгөн эмес (SMTP_URL), ошондуктан эч нерсе жөнөтүлбөйт. Кандай каттар кетмек экенин төмөндө көрө аласыз.',
    ru: 'Почтовый сервер не настроен (SMTP_URL), поэтому ничего не отправляется. Ниже видно, какие письма ушли бы.',
    en: 'No mail server is set (SMTP_URL), so nothing is sent. Below you see the e-mails that would have gone out.',
  },
  all: { ky: 'Баары', ru: 'Все', en: 'All' },
  waiting: { ky: 'Күтүп турат', ru: 'Ждёт', en: 'Waiting' },
  failed: { ky: 'Кайра жөнөтүлөт', ru: 'Отправим ещё раз', en: 'Will be sent again' },
  sent: { ky: 'Жөнөтүлдү', ru: 'Отправлено', en: 'Sent' },
  dead: { ky: 'Жетпей калды', ru: 'Не доставлено', en: 'Not delivered' },
  held: {
    ky: 'Жөнөтүлгөн жок: ырасталбаган дарекке бир күндө мындай үч каттан көп кетпейт',
    ru: 'Не отправлено: больше трёх таких писем за день на неподтверждённый адрес',
    en: 'Not sent: more than three such e-mails in a day to an unconfirmed address',
  },
  filter: { ky: 'Абалы боюнча', ru: 'По состоянию', en: 'By state' },
  when: { ky: 'Качан (Бишкек)', ru: 'Когда (Бишкек)', en: 'When (Bishkek)' },
  notice: { ky: 'Билдирме', ru: 'Уведомление', en: 'Notice' },
  state: { ky: 'Абалы', ru: 'Состояние', en: 'State' },
  tries: { ky: 'Канча жолу', ru: 'Попытки', en: 'Attempts' },
  trouble: { ky: 'Себеби', ru: 'Причина', en: 'Reason' },
  act: { ky: 'Аракет', ru: 'Действие', en: 'Action' },
  retry: { ky: 'Кайра жөнөтүү', ru: 'Отправить снова', en: 'Send again' },
  retryAll: {
    ky: 'Жетпей калган билдирмелердин баарын кайра жөнөтүү',
    ru: 'Отправить снова все недоставленные уведомления',
    en: 'Send all undelivered notices again',
  },
  retried: { ky: 'Кайра жөнөтүү кезегине коюлду.', ru: 'Снова поставлено в очередь.', en: 'Put into the queue again.' },
  nothing: { ky: 'Мындай билдирме жок.', ru: 'Таких уведомлений нет.', en: 'There are no such notices.' },
  letter: { ky: 'Кат', ru: 'Письмо', en: 'E-mail' },
  to: { ky: 'Кимге', ru: 'Кому', en: 'To' },
  subject: { ky: 'Темасы', ru: 'Тема', en: 'Subject' },
  newest: { ky: 'Эң жаңылары', ru: 'Самые новые', en: 'Newest' },
  older: { ky: 'Мурдагылары', ru: 'Более ранние', en: 'Older' },
  ofProtected: { ky: 'Корголгон кайрылуу', ru: 'Защищённое обращение', en: 'Protected appeal' },
  hidden: { ky: 'жашырылган', ru: 'скрыто', en: 'hidden' },
} satisfies Texts & Record<NoticeState, Text>

export const templateNames = {
  received: { ky: 'Кайрылуу кабыл алынды', ru: 'Обращение принято', en: 'Appeal received' },
  question: { ky: 'Суроо бар', ru: 'Есть вопрос', en: 'A question' },
  news: { ky: 'Жаңылык бар', ru: 'Есть новость', en: 'News' },
  answer: { ky: 'Жооп бар', ru: 'Есть ответ', en: 'An answer' },
  termExtended: { ky: 'Мөөнөт узартылды', ru: 'Срок продлён', en: 'Term extended' },
  closed: { ky: 'Кайрылуу жабылды', ru: 'Обращение закрыто', en: 'Appeal closed' },
  contactCode: { ky: 'Даректи ырастоо', ru: 'Подтверждение адреса', en: 'Confirming an address' },
  criticalAppeal: { ky: 'Нөөмөтчүнү чакыруу', ru: 'Вызов дежурного', en: 'Call to those on duty' },
  staffInvite: { ky: 'Кызматкерди чакыруу', ru: 'Приглашение сотрудника', en: 'Invitation to staff' },
  staffReset: { ky: 'Кирүүнү жаңыртуу', ru: 'Сброс входа', en: 'Sign-in reset' },
} satisfies Record<NoticeTemplate, Text>

export const kyUncertain: readonly (keyof typeof outboxTexts)[] = ['failed', 'dead', 'held']

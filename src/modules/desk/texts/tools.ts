import type { Texts } from '#src/kernel/lang.ts'

/** Words of the administrator's first page and of filing for a person. */
export const toolTexts = {
  systemTitle: { ky: 'Порталдын абалы', ru: 'Состояние портала', en: 'State of the portal' },
  allGood: { ky: 'Баары жайында.', ru: 'Всё в порядке.', en: 'All is well.' },
  noDuty: {
    ky: 'Нөөмөт тизмеси бош: өтө шашылыш кайрылуу түшсө, эч кимге кабар кетпейт.',
    ru: 'Список дежурных пуст: о критическом обращении никто не узнает.',
    en: 'The duty list is empty: nobody will be told of a critical appeal.',
  },
  noMail: {
    ky: 'Почта сервери көрсөтүлгөн эмес (SMTP_URL): билдирмелер жөнөтүлбөй, чыгыш кутусунда калат.',
    ru: 'Почтовый сервер не задан (SMTP_URL): уведомления не уходят и ждут в исходящих.',
    en: 'No mail server is set (SMTP_URL): notices do not go out and wait in the outbox.',
  },
  failedNotices: (count: number) => ({
    ky: `Жетпей калган билдирмелер: ${count}`,
    ru: `Недоставленные уведомления: ${count}`,
    en: `Notices not delivered: ${count}`,
  }),
  delayedNotices: (count: number) => ({
    ky: `Кайра жөнөтүлө турган билдирмелер: ${count}`,
    ru: `Уведомления, которые отправим ещё раз: ${count}`,
    en: `Notices that will be sent again: ${count}`,
  }),
  deadJobs: (count: number) => ({
    ky: `Аткарылбай калган тапшырмалар: ${count}`,
    ru: `Невыполненные задания: ${count}`,
    en: `Jobs that failed for good: ${count}`,
  }),
  embedded: {
    ky: 'Порталдын ичине орнотулган маалымат базасы колдонулууда. Чыныгы кызмат үчүн PostgreSQL орнотуңуз.',
    ru: 'Используется встроенная база данных. Для настоящей службы установите PostgreSQL.',
    en: 'The embedded database is in use. Set up PostgreSQL for real service.',
  },
  job: { ky: 'Тапшырма', ru: 'Задание', en: 'Job' },
  when: { ky: 'Качан', ru: 'Когда', en: 'When' },
  why: { ky: 'Себеби', ru: 'Причина', en: 'Why' },
  toDuty: { ky: 'Нөөмөт тизмесин толтуруу', ru: 'Заполнить список дежурных', en: 'Fill the duty list' },
  toNotices: { ky: 'Билдирмелерди көрүү', ru: 'Посмотреть уведомления', en: 'See the notices' },
  fileForTitle: {
    ky: 'Адам үчүн кайрылуу жөнөтүү',
    ru: 'Подать обращение за человека',
    en: 'File an appeal for a person',
  },
  fileForIntro: {
    ky: 'Адам телефон чалганда же өзү келгенде ошол эле форманы чогуу толтурасыз. Аягында номери жана жашыруун сөздөрү чыгат: аларды адамга айтып же басып чыгарып бериңиз, өзүңүздө калтырбаңыз.',
    ru: 'Когда человек звонит или приходит, вы вместе заполняете ту же форму. В конце появятся номер и секретные слова: продиктуйте или распечатайте их человеку и не оставляйте у себя.',
    en: 'When somebody calls or visits, you fill in the same form together. At the end the number and the secret words appear: read them out or print them for the person, and keep no copy.',
  },
  channelLabel: { ky: 'Адам кантип кайрылды?', ru: 'Как обратился человек?', en: 'How did the person reach you?' },
  phone: { ky: 'Телефон аркылуу', ru: 'По телефону', en: 'By phone' },
  visit: { ky: 'Өзү келип', ru: 'Лично', en: 'In person' },
  langLabel: {
    ky: 'Кайсы тилде сүйлөшөсүздөр?',
    ru: 'На каком языке вы с ним говорите?',
    en: 'Which language are you speaking?',
  },
  start: { ky: 'Баштоо', ru: 'Начать', en: 'Start' },
} satisfies Texts

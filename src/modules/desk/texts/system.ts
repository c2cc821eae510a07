import type { Texts } from '#src/kernel/lang.ts'

/** Words of the administrator's first page. */
export const systemTexts = {
  title: { ky: 'Порталдын абалы', ru: 'Состояние портала', en: 'State of the portal' },
  allGood: {
    ky: 'Баары жайында: азыр эч нерсе кылуунун кереги жок.',
    ru: 'Всё в порядке: сейчас ничего делать не нужно.',
    en: 'All is well: there is nothing to do now.',
  },
  checks: { ky: 'Эмнелер текшерилди', ru: 'Что проверено', en: 'What was checked' },
  fine: { ky: 'жайында', ru: 'в порядке', en: 'fine' },
  toMend: { ky: 'оңдоо керек', ru: 'нужно исправить', en: 'to be mended' },
  toWatch: { ky: 'көз салыңыз', ru: 'обратите внимание', en: 'keep an eye on it' },
  duty: { ky: 'Нөөмөт', ru: 'Дежурство', en: 'Duty' },
  protection: { ky: 'Коргоо тобунун нөөмөтү', ru: 'Дежурство группы защиты', en: 'Duty of the protection team' },
  mail: { ky: 'Почта сервери', ru: 'Почтовый сервер', en: 'Mail server' },
  notices: { ky: 'Билдирмелер', ru: 'Уведомления', en: 'Notices' },
  jobs: { ky: 'Порталдын тапшырмалары', ru: 'Задания портала', en: 'Jobs of the portal' },
  database: { ky: 'Маалымат базасы', ru: 'База данных', en: 'Database' },
  isManned: { ky: 'Нөөмөттө адам бар.', ru: 'Дежурный есть.', en: 'Somebody is on duty.' },
  isProtected: {
    ky: 'Коргоо тобунан нөөмөттө адам бар.',
    ru: 'Дежурный из группы защиты есть.',
    en: 'Somebody of the protection team is on duty.',
  },
  hasMail: {
    ky: 'Көрсөтүлгөн: билдирмелер жөнөтүлүп турат.',
    ru: 'Задан: уведомления отправляются.',
    en: 'Set: notices go out.',
  },
  noMail: {
    ky: 'Почта сервери көрсөтүлгөн эмес (SMTP_URL): билдирмелер жөнөтүлбөй, кезекте күтүп турат.',
    ru: 'Почтовый сервер не задан (SMTP_URL): уведомления не уходят и ждут в исходящих.',
    en: 'No mail server is set (SMTP_URL): notices do not go out and wait in the outbox.',
  },
  noFailedNotices: {
    ky: 'Жетпей калган билдирме жок.',
    ru: 'Недоставленных нет.',
    en: 'No notice has failed.',
  },
  failedNotices: (count: number) => ({
    ky: `Жетпей калган билдирмелер: ${count}. Аларды портал мындан ары өзү жөнөтпөйт.`,
    ru: `Недоставленные уведомления: ${count}. Сам портал их больше не отправит.`,
    en: `Notices not delivered: ${count}. The portal will not try again by itself.`,
  }),
  delayedNotices: (count: number) => ({
    ky: `Азырынча жетпей, кайра жөнөтүлө турган билдирмелер: ${count}.`,
    ru: `Пока не доставлены и будут отправлены ещё раз: ${count}.`,
    en: `Not delivered yet and to be sent again: ${count}.`,
  }),
  noDeadJobs: {
    ky: 'Аткарылбай калганы жок.',
    ru: 'Невыполненных нет.',
    en: 'No job has failed.',
  },
  deadJobs: (count: number) => ({
    ky: `Аткарылбай калган тапшырмалар: ${count}`,
    ru: `Невыполненные задания: ${count}`,
    en: `Jobs that failed for good: ${count}`,
  }),
  deadJobsWhy: {
    ky: 'Портал буларды бир нече жолу аткарып көрүп, болбой калган. Себебин серверди тейлеген адис оңдогондон кийин кайра аткарыңыз. Керек болбой калганын тизмеден алып салсаңыз болот.',
    ru: 'Портал пробовал выполнить их несколько раз и не смог. Когда специалист, который обслуживает сервер, устранит причину, выполните их снова. То, что больше не нужно, можно убрать из списка.',
    en: 'The portal tried these several times and could not do them. Once whoever looks after the server has mended the cause, run them again. What is no longer needed can be taken off the list.',
  },
  action: { ky: 'Аракет', ru: 'Действие', en: 'Action' },
  retry: { ky: 'Кайра аткаруу', ru: 'Выполнить снова', en: 'Run again' },
  dismiss: { ky: 'Тизмеден алып салуу', ru: 'Убрать из списка', en: 'Take off the list' },
  embedded: {
    ky: 'Порталдын ичине орнотулган маалымат базасы колдонулууда. Чыныгы иште колдонуу үчүн PostgreSQL орнотуңуз.',
    ru: 'Используется встроенная база данных. Для настоящей службы установите PostgreSQL.',
    en: 'The embedded database is in use. Set up PostgreSQL for real service.',
  },
  server: { ky: 'PostgreSQL колдонулууда.', ru: 'Используется PostgreSQL.', en: 'PostgreSQL is in use.' },
  job: { ky: 'Тапшырма', ru: 'Задание', en: 'Job' },
  when: { ky: 'Качан', ru: 'Когда', en: 'When' },
  why: { ky: 'Себеби', ru: 'Причина', en: 'Why' },
  toDuty: { ky: 'Нөөмөт тизмесин ачуу', ru: 'Открыть список дежурных', en: 'Open the duty list' },
  toTeams: { ky: 'Топторду ачуу', ru: 'Открыть группы', en: 'Open the teams' },
  toNotices: { ky: 'Билдирмелерди ачуу', ru: 'Открыть уведомления', en: 'Open the notices' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof systemTexts)[] = ['jobs', 'noMail', 'deadJobsWhy', 'embedded']

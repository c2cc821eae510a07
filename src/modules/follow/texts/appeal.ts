import type { Text, Texts } from '#src/kernel/lang.ts'
import type { AppealState } from '#src/modules/appeals/index.ts'
import { counted, type Forms } from '#src/language/plurals.ts'

const hours: Forms = { ky: 'саат', ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] }
const workingHours: Forms = {
  ky: 'жумуш сааты',
  ru: ['рабочий час', 'рабочих часа', 'рабочих часов'],
  en: ['working hour', 'working hours'],
}
const workingDays: Forms = {
  ky: 'жумушчу күн',
  ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  en: ['working day', 'working days'],
}

/** The heading says where the appeal stands. A closed one adds its outcome. */
export const stateHeadings = {
  submitted: {
    ky: 'Кайрылууңуз келди, каттоону күтүп турат',
    ru: 'Обращение получено и ждёт регистрации',
    en: 'Your appeal has arrived and is waiting to be registered',
  },
  registered: {
    ky: 'Кайрылууңуз катталды, адисти күтүп турат',
    ru: 'Обращение зарегистрировано и ждёт специалиста',
    en: 'Your appeal is registered and is waiting for a specialist',
  },
  underReview: {
    ky: 'Адис кайрылууңузду карап жатат',
    ru: 'Специалист работает над вашим обращением',
    en: 'A specialist is working on your appeal',
  },
  moreInfoNeeded: {
    ky: 'Адис сиздин жообуңузду күтүп жатат',
    ru: 'Специалист ждёт вашего ответа',
    en: 'A specialist is waiting for your answer',
  },
  answered: { ky: 'Сизге жооп берилди', ru: 'Вам ответили', en: 'You have an answer' },
  closed: { ky: 'Кайрылуу жабылды', ru: 'Обращение закрыто', en: 'Your appeal is closed' },
} satisfies Record<AppealState, Text>

export const appealTexts = {
  withTeam: (team: string) => ({
    ky: `Азыр аны менен алектенет: ${team}`,
    ru: `Сейчас им занимается: ${team}`,
    en: `It is now with: ${team}`,
  }),
  clocks: { ky: 'Мөөнөттөр', ru: 'Сроки', en: 'Deadlines' },
  until: (moment: string) => ({
    ky: `Эң кеч дегенде: ${moment}`,
    ru: `Не позднее: ${moment}`,
    en: `At the latest: ${moment}`,
  }),
  expected: {
    ky: 'Бул — эң кеч мөөнөт: эсеп катталган күндөн башталат.',
    ru: 'Это самый поздний срок: отсчёт начнётся со дня регистрации.',
    en: 'This is the latest it can be: counting starts on the day of registration.',
  },
  provisional: {
    ky: 'Болжолдуу: бул жылдын календары азырынча жарыялана элек.',
    ru: 'Предварительно: календарь на этот год ещё не опубликован.',
    en: 'Provisional: the calendar for that year has not been published yet.',
  },
  late: {
    ky: 'Мөөнөт өттү, биз үлгүрбөй калдык. Кайрылууңуз жоголгон жок: ал мөөнөтү өткөндөрдүн тизмесинде турат.',
    ru: 'Срок прошёл, мы не успели. Обращение не потеряно: оно стоит в списке просроченных.',
    en: 'The deadline has passed and we are late. Your appeal is not lost: it is on the list of overdue ones.',
  },
  paused: {
    ky: 'Жообуңузду күтүп турганда биздин кыскараак өз мөөнөттөрүбүз токтоп турат.',
    ru: 'Пока мы ждём вашего ответа, наши собственные, более короткие сроки остановлены.',
    en: 'While we wait for your answer, our own, shorter deadlines are paused.',
  },
  askedAt: (moment: string) => ({
    ky: `Суроо берилген убакыт: ${moment}.`,
    ru: `Вопрос задан: ${moment}.`,
    en: `The question was asked: ${moment}.`,
  }),
  extended: { ky: 'Мөөнөт узартылган.', ru: 'Срок продлён.', en: 'The deadline was extended.' },
  howCounted: { ky: 'Мөөнөт кантип эсептелди', ru: 'Как посчитан срок', en: 'How this was counted' },
  countedFrom: (moment: string) => ({
    ky: `Башталышы: ${moment}`,
    ru: `Начало: ${moment}`,
    en: `Counted from: ${moment}`,
  }),
  ownPromise: { ky: 'кызматтын өз убадасы', ru: 'собственное обещание службы', en: 'the service’s own promise' },
  notReviewed: {
    ky: 'юрист азырынча текшере элек',
    ru: 'юрист ещё не проверил',
    en: 'not yet checked by a lawyer',
  },
  inBishkek: {
    ky: 'Күндөр Кыргызстандын календары боюнча эсептелет.',
    ru: 'Дни считают по календарю Кыргызстана.',
    en: 'Days are counted by the calendar of Kyrgyzstan.',
  },
  workingDay: (count: number) => counted(count, workingDays),
  workingHour: (count: number) => counted(count, workingHours),
  hour24x7: (count: number) => {
    const { ky, ru, en } = counted(count, hours)
    return { ky: `${ky} (күнү-түнү)`, ru: `${ru} (круглосуточно)`, en: `${en} (day and night)` }
  },

  conversation: { ky: 'Жазышуу', ru: 'Переписка', en: 'Conversation' },
  you: { ky: 'Сиз', ru: 'Вы', en: 'You' },
  service: { ky: 'Кызмат', ru: 'Служба', en: 'The service' },
  topicSet: { ky: 'Темасы коюлду', ru: 'Указана тема', en: 'The topic was set' },
  youWrote: { ky: 'Сиз жаздыңыз', ru: 'Вы написали', en: 'You wrote' },

  toldUs: { ky: 'Сиз айткан маалымат', ru: 'Что вы нам сообщили', en: 'What you told us' },
  toldUsHint: {
    ky: 'Бир нерсе туура эмес болсо, төмөндө жазыңыз.',
    ru: 'Если что-то неверно, напишите об этом ниже.',
    en: 'If something is not right, write to us below.',
  },
  yourAnswer: { ky: 'Сиздин жообуңуз', ru: 'Ваш ответ', en: 'Your answer' },
  yourMessage: { ky: 'Дагы жазуу', ru: 'Написать ещё', en: 'Write again' },
  yourAnswerHint: {
    ky: 'Каалаган тилде жазыңыз. Сиз жазгандан кийин иш улантылат.',
    ru: 'Пишите на любом языке. После вашего ответа работа продолжится.',
    en: 'Write in any language. We go on working after your answer.',
  },
  yourMessageHint: {
    ky: 'Каалаган тилде жазыңыз.',
    ru: 'Пишите на любом языке.',
    en: 'Write in any language.',
  },
  file: { ky: 'Файл кошуу', ru: 'Добавить файл', en: 'Add a file' },
  fileHint: {
    ky: 'Сүрөт, үн жазуу, PDF же Word (DOCX) документи, 10\u{a0}МБга чейин, бирден. PDF документте анын авторунун аты калышы мүмкүн.',
    ru: 'Фото, голосовая запись, документ PDF или Word (DOCX), до 10\u{a0}МБ, по одному. В документе PDF может остаться имя его автора.',
    en: 'A photo, a voice recording, a PDF or a Word document (DOCX), up to 10\u{a0}MB, one at a time. A PDF document may keep its author’s name.',
  },
  addFile: { ky: 'Файлды кошуу', ru: 'Добавить файл', en: 'Add the file' },
  files: { ky: 'Кошулган файлдар', ru: 'Добавленные файлы', en: 'Files added' },
  send: { ky: 'Жөнөтүү', ru: 'Отправить', en: 'Send' },
  onlyFiles: { ky: '(Файл жөнөтүлдү)', ru: '(Отправлены файлы)', en: '(Files were sent)' },

  history: { ky: 'Эмне болду', ru: 'Что происходило', en: 'What happened' },

  settings: { ky: 'Барак жана байланыш', ru: 'Страница и связь', en: 'This page and how we reach you' },
  zone: {
    ky: 'Убакыт кайсы жер боюнча көрсөтүлсүн?',
    ru: 'По времени какого города показывать?',
    en: 'Show times for',
  },
  zoneNow: (place: string) => ({
    ky: `Бул барактагы убакыт: ${place}`,
    ru: `Время на этой странице: ${place}`,
    en: `Times on this page: ${place}`,
  }),
  zoneChange: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  emailTitle: { ky: 'Электрондук дарегиңиз', ru: 'Ваша электронная почта', en: 'Your e-mail' },
  emailConfirmed: (address: string) => ({
    ky: `${address} — ырасталды. Жаңылык болсо, ушул дарекке кат келет.`,
    ru: `${address} — подтверждён. О новостях придёт письмо на этот адрес.`,
    en: `${address} is confirmed. E-mails about news go there.`,
  }),
  emailUnconfirmed: (address: string) => ({
    ky: `${address} азырынча ырастала элек. Каттагы алты санды жазыңыз же жаңы код сураңыз.`,
    ru: `${address} пока не подтверждён. Введите шесть цифр из письма или попросите новый код.`,
    en: `${address} is not confirmed yet. Enter the six digits from the e-mail, or ask for a new code.`,
  }),
  code: { ky: 'Каттагы алты сан', ru: 'Шесть цифр из письма', en: 'Six digits from the e-mail' },
  confirm: { ky: 'Ырастоо', ru: 'Подтвердить', en: 'Confirm' },
  sendCode: { ky: 'Код жөнөтүү', ru: 'Прислать код', en: 'Send me a code' },
  codeWrong: {
    ky: 'Код туура эмес. Каттагы алты санды текшериңиз.',
    ru: 'Код не подходит. Проверьте шесть цифр из письма.',
    en: 'The code is not right. Check the six digits in the e-mail.',
  },
  codeExpired: {
    ky: 'Код эскирди. Жаңы код сураңыз.',
    ru: 'Код устарел. Попросите новый.',
    en: 'The code has expired. Ask for a new one.',
  },
  codeTooOften: {
    ky: 'Бүгүн өтө көп код суралды. Эртең кайра аракет кылыңыз.',
    ru: 'Сегодня код запрашивали слишком часто. Попробуйте завтра.',
    en: 'Too many codes were asked for today. Try again tomorrow.',
  },
  cannotReach: {
    ky: 'Бул кайрылууда код жөнөтүлө турган дарек жок. Жаңылыкты ушул барактан окуңуз.',
    ru: 'У этого обращения нет адреса, на который можно прислать код. Новости читайте на этой странице.',
    en: 'This appeal has no address that a code could be sent to. Read the news on this page.',
  },

  sessionEnds: (time: string) => ({
    ky: `Бул барак жабыла турган убакыт: ${time}.`,
    ru: `Эта страница открыта до ${time}.`,
    en: `This page stays open until ${time}.`,
  }),
  stay: {
    ky: 'Дагы 30 мүнөт ачык калсын',
    ru: 'Оставить открытой ещё на 30 минут',
    en: 'Keep it open for 30 more minutes',
  },
  leave: { ky: 'Баракты жабуу', ru: 'Закрыть страницу', en: 'Close this page' },
  print: { ky: 'Басып чыгаруу', ru: 'Распечатать', en: 'Print' },
  printHint: {
    ky: 'Басып чыгаруу же PDF кылып сактоо үчүн браузердин менюсун ачыңыз.',
    ru: 'Чтобы распечатать или сохранить как PDF, откройте меню браузера.',
    en: 'To print or save as PDF, open the browser’s menu.',
  },

  // What was just done.
  replied: { ky: 'Билдирүүңүз жөнөтүлдү.', ru: 'Ваше сообщение отправлено.', en: 'Your message was sent.' },
  closed: { ky: 'Кайрылуу жабылды.', ru: 'Обращение закрыто.', en: 'The appeal was closed.' },
  rated: {
    ky: 'Рахмат, жообуңуз жазылды.',
    ru: 'Спасибо, ваш ответ записан.',
    en: 'Thank you, your answer is kept.',
  },
  reopened: { ky: 'Кайрылуу кайра ачылды.', ru: 'Обращение открыто снова.', en: 'The appeal is open again.' },
  stayed: {
    ky: 'Барак дагы 30 мүнөт ачык.',
    ru: 'Страница открыта ещё 30 минут.',
    en: 'The page stays open for 30 more minutes.',
  },
  codeSent: {
    ky: 'Код жөнөтүлдү. Почтаңызды караңыз.',
    ru: 'Код отправлен. Проверьте почту.',
    en: 'The code was sent. Check your e-mail.',
  },
  confirmed: { ky: 'Дарегиңиз ырасталды.', ru: 'Адрес подтверждён.', en: 'Your address is confirmed.' },
  zoneChanged: {
    ky: 'Убакыт эми сиз тандаган жер боюнча көрсөтүлөт.',
    ru: 'Теперь время показано для выбранного места.',
    en: 'Times are now shown for the place you chose.',
  },
} satisfies Texts

/** The words said after an act, by the name it has in the address. */
export const doneNames = [
  'replied',
  'closed',
  'rated',
  'reopened',
  'stayed',
  'codeSent',
  'confirmed',
  'zoneChanged',
] as const
export type DoneName = (typeof doneNames)[number]

export const kyUncertain: readonly (keyof typeof appealTexts)[] = [
  'provisional',
  'late',
  'zone',
  'zoneNow',
  'sessionEnds',
]

import type { Lang, Text, Texts } from '#src/kernel/lang.ts'
import type { AppealOutcome } from '#src/modules/appeals/rules/states.ts'

const languages = {
  ky: { ky: 'кыргызча', ru: 'по-кыргызски', en: 'Kyrgyz' },
  ru: { ky: 'орусча', ru: 'по-русски', en: 'Russian' },
  en: { ky: 'англисче', ru: 'по-английски', en: 'English' },
} as const satisfies Record<Lang, Text>

export const actTexts = {
  take: { ky: 'Өзүмө алуу', ru: 'Взять себе', en: 'Take it' },
  register: { ky: 'Каттоо', ru: 'Зарегистрировать', en: 'Register' },
  answer: { ky: 'Жооп берүү', ru: 'Ответить', en: 'Answer' },
  answerLabel: { ky: 'Жообуңуз', ru: 'Ваш ответ', en: 'Your answer' },
  answerHint: {
    ky: 'Адам муну ушул түрүндө окуйт. Жөнөкөй тилде: эмне кылуу керек, кайда, качанга чейин, кайсы укук ченеми боюнча.',
    ru: 'Человек прочтёт это как есть. Простыми словами: что делать, где, до какого дня, по какой норме.',
    en: 'The person reads this as it is. In plain words: what to do, where, by what day, under which norm.',
  },
  ask: { ky: 'Адамга суроо берүү', ru: 'Спросить человека', en: 'Ask the person' },
  askLabel: { ky: 'Эмнени билүү керек?', ru: 'Что нужно узнать?', en: 'What do you need to know?' },
  askHint: {
    ky: 'Жооп келгенче кызматтын өз мөөнөттөрү токтойт, мыйзамдагы мөөнөт токтобойт.',
    ru: 'Пока нет ответа, собственные сроки службы остановлены, а срок по закону идёт.',
    en: 'Until the reply the service’s own deadlines are paused; the deadline set by law runs on.',
  },
  tell: { ky: 'Жаңылык айтуу', ru: 'Сообщить новость', en: 'Give news' },
  tellLabel: { ky: 'Эмне болду?', ru: 'Что произошло?', en: 'What happened?' },
  note: { ky: 'Ички жазуу', ru: 'Заметка для своих', en: 'Note for staff' },
  noteLabel: {
    ky: 'Кызматкерлер гана көрө турган жазуу',
    ru: 'Заметка, которую видят только сотрудники',
    en: 'A note only staff can see',
  },
  hasCalled: { ky: 'Адамга чалдым', ru: 'Человеку позвонили', en: 'The person was called' },
  assign: { ky: 'Кызматкерге берүү', ru: 'Поручить сотруднику', en: 'Assign' },
  assignLabel: { ky: 'Ким карайт?', ru: 'Кто займётся?', en: 'Who will have it?' },
  nobody: { ky: 'Эч ким (топко кайтаруу)', ru: 'Никто (вернуть группе)', en: 'Nobody (back to the team)' },
  handToTeam: { ky: 'Башка топко берүү', ru: 'Передать другой группе', en: 'Hand to another team' },
  teamLabel: { ky: 'Кайсы топко?', ru: 'Какой группе?', en: 'Which team?' },
  changeTopic: { ky: 'Темасын өзгөртүү', ru: 'Изменить тему', en: 'Change the topic' },
  topicLabel: { ky: 'Жаңы тема', ru: 'Новая тема', en: 'New topic' },
  changeUrgency: { ky: 'Шашылыштыгын өзгөртүү', ru: 'Изменить срочность', en: 'Change the urgency' },
  urgencyLabel: { ky: 'Жаңы деңгээл', ru: 'Новый уровень', en: 'New level' },
  extend: { ky: 'Мөөнөттү узартуу', ru: 'Продлить срок', en: 'Extend the deadline' },
  extendHint: {
    ky: 'Бир гана жолу. Себебин адам көрөт жана ага билдирме жөнөтүлөт.',
    ru: 'Только один раз. Причину увидит человек, ему уйдёт уведомление.',
    en: 'Once only. The person sees the reason and gets a notice.',
  },
  extendTo: { ky: 'Кайсы күнгө чейин?', ru: 'До какого дня?', en: 'Until what day?' },
  extendMost: (counting: Text) => ({
    ky: `Эң кеч дегенде: ${counting.ky}.`,
    ru: `Самое позднее: ${counting.ru}.`,
    en: `At the latest: ${counting.en}.`,
  }),
  protect: { ky: 'Коргоого алуу', ru: 'Взять под защиту', en: 'Protect' },
  protectHint: {
    ky: 'Мындан ары аны коргоо тобу гана көрөт, тексттери шифрленет. Муну артка кайтарууга болбойт.',
    ru: 'После этого обращение видит только группа защиты, а тексты шифруются. Отменить это нельзя.',
    en: 'From now on only the protection team sees it and its words are encrypted. This cannot be undone.',
  },
  close: { ky: 'Жабуу', ru: 'Закрыть', en: 'Close' },
  outcomeLabel: { ky: 'Жыйынтыгы кандай?', ru: 'С каким итогом?', en: 'With what outcome?' },
  closeReasonHint: {
    ky: 'Адам муну өз барагынан окуйт. «Кароого кабыл алынган жок» үчүн милдеттүү.',
    ru: 'Человек прочтёт её на своей странице. Для «Не принято к рассмотрению» обязательна.',
    en: 'The person reads it on their page. “Not accepted” needs one.',
  },
  normHint: {
    ky: 'Кайсы мыйзамдын кайсы беренеси. «Кароого кабыл алынган жок» үчүн милдеттүү.',
    ru: 'Какая статья какого закона. Для «Не принято к рассмотрению» обязательна.',
    en: 'Which article of which law. “Not accepted” needs one.',
  },
  inTheirLanguage: (lang: Lang) => ({
    ky: `Адам ${languages[lang].ky} окуйт: ${languages[lang].ky} жазыңыз.`,
    ru: `Человек читает ${languages[lang].ru}: пишите ${languages[lang].ru}.`,
    en: `The person reads ${languages[lang].en}: write in ${languages[lang].en}.`,
  }),
  reopenHint: {
    ky: 'Адам муну тарыхтан окуйт.',
    ru: 'Человек прочтёт её в истории обращения.',
    en: 'The person reads it in the history.',
  },
  answerFirst: { ky: 'Адегенде жооп бериңиз.', ru: 'Сначала нужен ответ.', en: 'Answer first.' },
  norm: { ky: 'Укук ченеми', ru: 'Норма права', en: 'Norm' },
  amount: { ky: 'Өндүрүп берилген сумма (болсо)', ru: 'Взысканная сумма (если есть)', en: 'Amount recovered (if any)' },
  callLabel: {
    ky: 'Адамга телефон аркылуу гана кабар берсе болот. Жыйынтыгын чалып айттыңызбы?',
    ru: 'Сообщить человеку можно только по телефону. Ему уже позвонили?',
    en: 'The person can only be told by phone. Have they been called?',
  },
  callHint: {
    ky: '«Спам» үчүн кереги жок: ал тууралуу адамга айтылбайт.',
    ru: 'При исходе «Спам» не нужно: о нём не сообщают.',
    en: 'Not needed for “Spam”: nobody is told of it.',
  },
  callMade: {
    ky: 'Ооба, чалып айттым',
    ru: 'Да, позвонили и всё сказали',
    en: 'Yes, they were called and told',
  },
  callToMake: { ky: 'Жок, али чалуу керек', ru: 'Нет, ещё нужно позвонить', en: 'No, the call is still to be made' },
  callToMakeHint: {
    ky: 'Чалганыңызды белгилегенге чейин кайрылуу «Чалуу керек» кезегинде турат.',
    ru: 'Обращение останется в очереди «Нужно позвонить», пока звонок не отмечен.',
    en: 'The appeal stays in the queue “To call” until the call is ticked.',
  },
  currency: { ky: 'Валютасы', ru: 'Валюта', en: 'Currency' },
  reopen: { ky: 'Кайра ачуу', ru: 'Открыть повторно', en: 'Reopen' },
  reason: { ky: 'Себеби', ru: 'Причина', en: 'Reason' },
  changedTitle: {
    ky: 'Сиз жазып жатканда кайрылуу өзгөрдү',
    ru: 'Пока вы писали, обращение изменилось',
    en: 'The appeal changed while you were writing',
  },
  changedBody: {
    ky: 'Сиз жазган текст сакталды: карап чыгып, кайра жөнөтүңүз. Барак ачылгандан бери мындай өзгөрүүлөр болду:',
    ru: 'Ваш текст сохранён: посмотрите и отправьте ещё раз. С тех пор как открыта страница, изменилось вот что:',
    en: 'Your text is kept: look, then send it again. Since you opened the page this has changed:',
  },
  cannotNow: {
    ky: 'Муну азыр кылууга болбойт, бирок сиз жазган текст төмөндө турат. Барак ачылгандан бери мындай өзгөрүүлөр болду:',
    ru: 'Сделать это сейчас нельзя, но ваш текст сохранён ниже. С тех пор как открыта страница, изменилось вот что:',
    en: 'This cannot be done now, but your text is kept below. Since you opened the page this has changed:',
  },
  youWrote: { ky: 'Сиз жазган текст', ru: 'Что вы написали', en: 'What you wrote' },
  sinceThen: { ky: 'жаңы', ru: 'новое', en: 'new' },
  outOfReachTitle: {
    ky: 'Бул кайрылууну эми ача албайсыз',
    ru: 'Это обращение вам больше не открыть',
    en: 'You can no longer open this appeal',
  },
  outOfReachBody: {
    ky: 'Ал башка топко берилген, коргоого алынган же мындай кайрылуу жок. Эч нерсе жөнөтүлгөн жок. Жазганыңызды бул жерден көчүрүп ала аласыз.',
    ru: 'Его передали другой группе, взяли под защиту, или такого обращения нет. Ничего не отправлено. Написанное можно скопировать отсюда.',
    en: 'It was handed to another team, protected, or is not there. Nothing was sent. You can copy what you wrote from here.',
  },
  toQueue: { ky: 'Кезекке', ru: 'К очереди', en: 'To the queue' },
  chooseOne: { ky: 'Тизмеден тандаңыз', ru: 'Выберите из списка', en: 'Choose from the list' },
  writeSomething: { ky: 'Текст жазыңыз', ru: 'Напишите текст', en: 'Write something' },
  amountWrong: { ky: 'Сумманы сан менен жазыңыз', ru: 'Укажите сумму числом', en: 'Give the amount as a number' },
  file: { ky: 'Файл кошуу (милдеттүү эмес)', ru: 'Добавить файл (необязательно)', en: 'Add a file (optional)' },
  fileHint: {
    ky: 'Сүрөт, үн жазуу, PDF же Word (DOCX) документи, 10\u{a0}МБга чейин. Адам аны билдирүү менен кошо алат.',
    ru: 'Фото, голосовая запись, документ PDF или Word (DOCX), до 10\u{a0}МБ. Человек получит его вместе с сообщением.',
    en: 'A photo, a voice recording, a PDF or a Word document (DOCX), up to 10\u{a0}MB. The person gets it with the message.',
  },
  addFile: { ky: 'Файлды гана кошуу', ru: 'Только добавить файл', en: 'Only add the file' },
} satisfies Texts

/** What closing with each outcome means for the person. */
export const outcomeHints = {
  solved: {
    ky: 'Адам үчүн маселе чечилди.',
    ru: 'Вопрос человека решён.',
    en: 'The person’s matter is settled.',
  },
  partlySolved: {
    ky: 'Маселенин бир бөлүгү чечилди. Калганы эмне болорун себебинде жазыңыз.',
    ru: 'Решена часть вопроса. В причине напишите, что с остальным.',
    en: 'Part of the matter is settled. Say in the reason what becomes of the rest.',
  },
  adviceGiven: {
    ky: 'Адамга эмне кылуу керектиги айтылды.',
    ru: 'Человек узнал, что делать.',
    en: 'The person was told what to do.',
  },
  notAccepted: {
    ky: 'Адам «Кароого кабыл алынган жок» дегенди, себебин жана укук ченемин көрөт. Экөө тең милдеттүү.',
    ru: 'Человек увидит «Не принято к рассмотрению», причину и норму права. Обе обязательны.',
    en: 'The person sees “Not accepted”, the reason and the norm. Both are required.',
  },
  withdrawn: {
    ky: 'Адам кайрылуусун кайтарып алууну өзү сураса гана.',
    ru: 'Только если человек сам попросил отозвать обращение.',
    en: 'Only when the person asked to withdraw it.',
  },
  spam: {
    ky: 'Адам өз барагынан «кайрылуу катары каралган жок» дегенди жана, эгер жазсаңыз, себебин көрөт; кат жөнөтүлбөйт. Ал 30 күндүн ичинде кайра ача алат.',
    ru: 'Человек увидит на своей странице «не рассматривалось как обращение» и причину, если вы её напишете; письма не будет. В течение 30 дней он сможет открыть обращение снова.',
    en: 'On their page the person sees “it was not treated as an appeal” and the reason if you give one; no letter goes out. They can reopen it within 30 days.',
  },
} satisfies Record<AppealOutcome, Text>

export const kyUncertain: readonly (keyof typeof actTexts)[] = [
  'note',
  'noteLabel',
  'amount',
  'tell',
  'extendMost',
  'protect',
  'protectHint',
  'callLabel',
  'callToMakeHint',
]

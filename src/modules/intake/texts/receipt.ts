import type { Texts } from '#src/kernel/lang.ts'

export const receiptTexts = {
  title: { ky: 'Кайрылууңуз кабыл алынды', ru: 'Ваше обращение принято', en: 'Your appeal has been received' },
  number: { ky: 'Номери', ru: 'Номер', en: 'Number' },
  wordsTitle: { ky: 'Төрт сөзүңүздү жазып алыңыз', ru: 'Запишите ваши четыре слова', en: 'Write down your four words' },
  wordsBody: {
    ky: 'Бул сөздөрсүз жоопту окуй албайсыз. Аларды эч бир кызматкер көрбөйт.',
    ru: 'Без этих слов вы не сможете прочитать ответ. Ни один сотрудник их не видит.',
    en: 'Without these words you cannot read the answer. No member of staff sees them.',
  },
  wordsTitleAssisted: {
    ky: 'Төрт сөздү адамга бериңиз',
    ru: 'Передайте человеку четыре слова',
    en: 'Give the person these four words',
  },
  wordsAssisted: {
    ky: 'Номерди жана сөздөрдү окуп бериңиз же басып чыгарып, колуна бериңиз. Өзүңүздө калтырбаңыз, жазып албаңыз: аларды билген адам кайрылууну ача алат.',
    ru: 'Прочитайте номер и слова вслух или распечатайте и отдайте. Не записывайте и не оставляйте их у себя: кто их знает, тот откроет обращение.',
    en: 'Read the number and the words out, or print them and hand them over. Do not write them down or keep them: whoever knows them can open the appeal.',
  },
  wordsOnPaper: {
    ky: 'Бул сөздөрсүз жоопту окуй албайсыз. Аларды кайрылууну толтурган кызматкер ушул баракта бир жолу көрдү; порталда сөздөр сакталбайт. Кагазды башкалар таппаган жерде сактаңыз.',
    ru: 'Без этих слов вы не прочтёте ответ. Сотрудник, который заполнял обращение, видел их один раз, на этой странице; на портале слова не хранятся. Держите листок там, где его не найдут другие.',
    en: 'Without these words you cannot read the answer. The member of staff who filled in the appeal saw them once, on this page; the portal does not keep them. Keep this paper where others will not find it.',
  },
  assistedDone: {
    ky: 'Бүттү, кызматкерлердин барагына кайтуу',
    ru: 'Готово, вернуться к работе',
    en: 'Done, back to work',
  },
  orDigits: { ky: 'Же 14 сан:', ru: 'Или 14 цифр:', en: 'Or 14 digits:' },
  openAt: {
    ky: 'Кайрылууңузду ушул жерден ачасыз:',
    ru: 'Открыть обращение можно здесь:',
    en: 'Your appeal opens here:',
  },
  otherLanguages: {
    ky: 'Ошол эле сөздөр башка тилдерде',
    ru: 'Те же слова на других языках',
    en: 'The same words in other languages',
  },
  otherLanguagesBody: {
    ky: 'Каалаган тилдеги төрт сөз кайрылууну бирдей ачат.',
    ru: 'Четыре слова на любом из языков открывают обращение одинаково.',
    en: 'The four words of any language open the appeal just the same.',
  },
  ky: { ky: 'Кыргызча', ru: 'По-кыргызски', en: 'In Kyrgyz' },
  ru: { ky: 'Орусча', ru: 'По-русски', en: 'In Russian' },
  en: { ky: 'Англисче', ru: 'По-английски', en: 'In English' },
  print: { ky: 'Басып чыгаруу', ru: 'Распечатать', en: 'Print' },
  printHint: {
    ky: 'Басып чыгаруу же PDF кылып сактоо үчүн браузердин менюсун ачыңыз. Бул телефонду башкалар да колдонсо, экранды сүрөткө тартпай, кагазга жазып алыңыз.',
    ru: 'Чтобы распечатать или сохранить как PDF, откройте меню браузера. Если телефоном пользуются и другие, не делайте снимок экрана, запишите на бумаге.',
    en: 'To print or save as PDF, open the browser’s menu. If others use this phone, do not take a screenshot: write it on paper.',
  },

  printHintAssisted: {
    ky: 'Басып чыгаруу үчүн браузердин менюсун ачыңыз. Андан кийин бул баракты жабыңыз.',
    ru: 'Чтобы распечатать, откройте меню браузера. После этого закройте страницу.',
    en: 'To print, open the browser’s menu. Then close this page.',
  },

  anonymousLoss: {
    ky: 'Сиз менен кантип байланышууну көрсөткөн жоксуз. Номерди же сөздөрдү жоготсоңуз, кайрылууну кайра ача албайсыз.',
    ru: 'Вы не указали, как с вами связаться. Если вы потеряете номер или слова, снова открыть обращение не получится.',
    en: 'You gave no way to reach you. If you lose the number or the words, you cannot open the appeal again.',
  },
  lossAssisted: {
    ky: 'Байланыш көрсөтүлгөн жок. Номер же сөздөр жоголсо, кайрылууну кайра ачууга болбойт.',
    ru: 'Способ связи не указан. Если номер или слова потеряются, снова открыть обращение не получится.',
    en: 'No way to reach the person was given. If the number or the words are lost, the appeal cannot be opened again.',
  },
  proveTitle: {
    ky: 'Туура жазып алдыңызбы?',
    ru: 'Проверьте, верно ли записали',
    en: 'Check that you wrote them down correctly',
  },
  proveBody: {
    ky: 'Жазганыңызга карап, 2- жана 4-сөздү териңиз. Бул кадамды өткөрүп жиберсеңиз болот.',
    ru: 'Посмотрите в свою запись и наберите 2-е и 4-е слова. Этот шаг можно пропустить.',
    en: 'Look at your note and type the 2nd and the 4th word. You may skip this.',
  },
  proveTitleAssisted: {
    ky: 'Адам туура жазып алдыбы?',
    ru: 'Проверьте, верно ли записал человек',
    en: 'Check that the person wrote them down correctly',
  },
  proveBodyAssisted: {
    ky: 'Адам жазганына карап, 2- жана 4-сөздү окуп берсин, сиз териңиз. Бул кадамды өткөрүп жиберсеңиз болот.',
    ru: 'Пусть человек прочтёт по своей записи 2-е и 4-е слова, а вы наберите их. Этот шаг можно пропустить.',
    en: 'Let the person read the 2nd and the 4th word from their note, and type them. You may skip this.',
  },
  secondWord: { ky: '2-сөз', ru: '2-е слово', en: '2nd word' },
  fourthWord: { ky: '4-сөз', ru: '4-е слово', en: '4th word' },
  prove: { ky: 'Текшерүү', ru: 'Проверить', en: 'Check' },
  proveWrong: {
    ky: 'Бул сөздөр дал келбейт. Жогорудагы сөздөргө карап, дагы бир жолу териңиз.',
    ru: 'Эти слова не совпадают. Сверьтесь со словами выше и наберите ещё раз.',
    en: 'These words do not match. Look at the words above and type them once more.',
  },
  proveWrongUnseen: {
    ky: 'Бул сөздөр дал келбейт. Жазганыңызды карап, дагы бир жолу териңиз.',
    ru: 'Эти слова не совпадают. Посмотрите в свою запись и наберите ещё раз.',
    en: 'These words do not match. Look at your note and type them once more.',
  },
  provedTitle: { ky: 'Туура жазып алыпсыз', ru: 'Записано верно', en: 'You wrote them down correctly' },
  provedTitleAssisted: {
    ky: 'Адам туура жазып алыптыр',
    ru: 'Человек записал верно',
    en: 'The person wrote them down correctly',
  },
  provedBodyAssisted: {
    ky: 'Адам номерин жана сөздөрүн ишенимдүү жерде сактасын: алар кайрылууну каалаган убакта ачат.',
    ru: 'Пусть человек хранит номер и слова в надёжном месте: они откроют обращение в любое время.',
    en: 'The person should keep the number and the words in a safe place: they open the appeal at any time.',
  },
  provedBody: {
    ky: 'Номерди жана сөздөрдү ишенимдүү жерде сактаңыз. Алар менен кайрылууңузду каалаган убакта ачасыз.',
    ru: 'Храните номер и слова в надёжном месте. С ними вы откроете обращение в любое время.',
    en: 'Keep the number and the words in a safe place. They open your appeal at any time.',
  },
  toMyAppeal: { ky: 'Менин кайрылуум', ru: 'Моё обращение', en: 'My appeal' },
  toHome: { ky: 'Башкы бетке', ru: 'На главную', en: 'To the home page' },

  helpNow: {
    ky: 'Жардам азыр керек болсо',
    ru: 'Если помощь нужна прямо сейчас',
    en: 'If you need help right now',
  },
  nextTitle: { ky: 'Эми эмне болот', ru: 'Что будет дальше', en: 'What happens now' },
  // Read also on paper, years later: never "now".
  receivedBy: (team: string) => ({
    ky: `Кайрылууңузду ушул топ кабыл алды: ${team}`,
    ru: `Обращение приняла группа: ${team}`,
    en: `Received by: ${team}`,
  }),
  until: (moment: string) => ({ ky: `Мөөнөтү: ${moment}`, ru: `Срок: ${moment}`, en: `By ${moment}` }),
  registration: { ky: 'Каттайбыз', ru: 'Зарегистрируем', en: 'We register it' },
  firstAnswer: {
    ky: 'Адис биринчи жообун берет',
    ru: 'Специалист даст первый ответ',
    en: 'A specialist gives a first answer',
  },
  nextUpdate: {
    ky: 'Иш кандай жүрүп жатканын айтабыз',
    ru: 'Сообщим, как идёт дело',
    en: 'We tell you how it is going',
  },
  resolution: { ky: 'Чечүүгө аракет кылабыз', ru: 'Постараемся решить', en: 'We aim to solve it' },
  answer: { ky: 'Мыйзам боюнча жооп берилет', ru: 'Ответ по закону', en: 'The answer due by law' },
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
  noticeTo: {
    ky: 'Жаңылык болсо, почтаңызга кабар жөнөтөбүз. Катта кайрылуунун мазмуну болбойт.',
    ru: 'О новостях сообщим на вашу почту. В письме не будет содержания обращения.',
    en: 'We will write to your e-mail address when there is news. The e-mail will not say what your appeal is about.',
  },
  noticeNone: {
    ky: 'Сизге эч нерсе жөнөтпөйбүз. Жаңылыкты «Менин кайрылуум» барагынан караңыз.',
    ru: 'Мы ничего вам не пришлём. Смотрите новости на странице «Моё обращение».',
    en: 'We will send you nothing. Look for news on the page “My appeal”.',
  },

  noticeInWords: {
    ky: 'Сиз менен кантип байланышууну кызматкер окуйт, портал өзү эч нерсе жөнөтпөйт. Жообун «Менин кайрылуум» барагынан да окуй аласыз.',
    ru: 'Как с вами связаться, прочтёт сотрудник, сам портал ничего не отправит. Ответ будет и на странице «Моё обращение».',
    en: 'A member of staff reads how to reach you; the portal itself sends nothing. The answer will also be on the page “My appeal”.',
  },

  alreadyTitle: {
    ky: 'Бул кайрылуу мурда кабыл алынган',
    ru: 'Это обращение уже принято',
    en: 'This appeal has already been received',
  },
  alreadyBody: {
    ky: 'Экинчи жолу жөнөтүүнүн кереги жок. Аны тилкаттагы номер жана жашыруун сөздөр менен ачыңыз.',
    ru: 'Отправлять второй раз не нужно. Откройте его по номеру и секретным словам из расписки.',
    en: 'There is no need to send it again. Open it with the number and secret words of your receipt.',
  },
  /** Where somebody begins another: "this one" would be the one not yet written. */
  earlierTitle: {
    ky: 'Мурунку кайрылууңуз кабыл алынган',
    ru: 'Ваше предыдущее обращение принято',
    en: 'Your earlier appeal has been received',
  },
  unseenBody: {
    ky: 'Байланыш үзүлүп, тилкатты көрбөй калдыңызбы же сөздөрдү жазып албай калдыңызбы?',
    ru: 'Связь прервалась, и вы не увидели расписку или не записали слова?',
    en: 'Was the connection lost before you saw the receipt, or did you not write the words down?',
  },
  showReceipt: { ky: 'Тилкатты көрсөтүү', ru: 'Показать расписку', en: 'Show the receipt' },
  busyTitle: {
    ky: 'Кайрылуу азырынча жөнөтүлгөн жок',
    ru: 'Обращение пока не отправлено',
    en: 'Your appeal has not been sent yet',
  },
  busyBody: {
    ky: 'Азыр көп адам бир учурда жөнөтүп жатат. Жазганыңыз сакталды. Жарым мүнөттөн кийин кайра басыңыз.',
    ru: 'Сейчас отправляют сразу много людей. Всё, что вы написали, сохранено. Нажмите ещё раз через полминуты.',
    en: 'Many people are sending at this moment. Everything you wrote is kept. Press again in half a minute.',
  },
  sendAgain: { ky: 'Кайра жөнөтүү', ru: 'Отправить ещё раз', en: 'Send again' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof receiptTexts)[] = [
  'firstAnswer',
  'expected',
  'wordsBody',
  'wordsOnPaper',
  'proveBodyAssisted',
  'noticeInWords',
]

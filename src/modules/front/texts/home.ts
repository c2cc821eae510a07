import type { Texts } from '#src/kernel/lang.ts'

export const homeTexts = {
  title: {
    ky: 'Кайда болсоңуз да\u{a0}— сурасаңыз болот',
    ru: 'Где бы вы ни были\u{a0}— можно спросить',
    en: 'Wherever you are, you can ask',
  },
  lead: {
    ky: 'Чет өлкөдөгү мекендештерге жана Кыргызстандагы чет элдиктерге акысыз кеңеш. Атыңызды айтпасаңыз да болот.',
    ru: 'Бесплатные консультации для соотечественников за рубежом и для иностранцев в Кыргызстане. Имя можно не называть.',
    en: 'Free advice for compatriots abroad and for foreigners in Kyrgyzstan. You need not give your name.',
  },
  ask: { ky: 'Суроо берүү', ru: 'Задать вопрос', en: 'Ask a question' },
  askText: {
    ky: 'Каттоо, келишим, документ, балдар, пенсия',
    ru: 'Регистрация, договор, документы, дети, пенсия',
    en: 'Registration, contract, documents, children, pension',
  },
  report: { ky: 'Көйгөйдү билдирүү', ru: 'Сообщить о проблеме', en: 'Report a problem' },
  reportText: {
    ky: 'Айлык төлөнбөй жатат, паспортту алып коюшту',
    ru: 'Не платят зарплату, забрали паспорт',
    en: 'Wages not paid, passport taken away',
  },
  myAppeal: { ky: 'Менин кайрылуум', ru: 'Моё обращение', en: 'My appeal' },
  myAppealText: {
    ky: 'Номер жана төрт сөз менен ачуу',
    ru: 'Открыть по номеру и четырём словам',
    en: 'Open it with its number and four words',
  },
  find: { ky: 'Темаңызды табуу', ru: 'Найти свою тему', en: 'Find your topic' },
  findText: { ky: 'Бардык темалар бир тизмеде', ru: 'Все темы одним списком', en: 'All topics in one list' },
  foreigners: {
    ky: 'Кыргызстандагы чет элдиктерге',
    ru: 'Иностранцам в Кыргызстане',
    en: 'For foreigners in Kyrgyzstan',
  },
  foreignersText: {
    ky: 'Виза, каттоо, иштөөгө жана жашап турууга уруксат',
    ru: 'Виза, регистрация, разрешение на работу, вид на жительство',
    en: 'Visa, registration, work and residence permits',
  },
  topics: { ky: 'Эмне жөнүндө сурасаңыз болот', ru: 'О чём можно спросить', en: 'What you can ask about' },
  promise: { ky: 'Мыйзам белгилеген мөөнөттөр', ru: 'Сроки по закону', en: 'Deadlines set by law' },
  registered: {
    ky: 'ичинде кайрылууңуз катталат',
    ru: 'на регистрацию обращения',
    en: 'to register your appeal',
  },
  answered: {
    ky: 'ичинде жооп берилет (катталгандан баштап)',
    ru: 'на ответ, считая от регистрации',
    en: 'to answer it, counted from registration',
  },
  notReviewed: {
    ky: 'Бул маалыматты юрист азырынча текшере элек.',
    ru: 'Юрист это ещё не проверил.',
    en: 'A lawyer has not checked this yet.',
  },

  topicsTitle: { ky: 'Темаңызды табуу', ru: 'Найти свою тему', en: 'Find your topic' },
  topicsLead: {
    ky: 'Темаңызды тандап, сурооңузду жазыңыз. Дал келгени жок болсо, жакыныраагын тандаңыз: кызматкер өзү оңдойт.',
    ru: 'Выберите тему и напишите вопрос. Если точной темы нет, возьмите ближайшую: сотрудник поправит.',
    en: 'Choose your topic and write your question. If none fits exactly, take the nearest: our staff will put it right.',
  },

  foreignersTitle: {
    ky: 'Кыргызстандагы чет элдиктерге',
    ru: 'Иностранцам в Кыргызстане',
    en: 'For foreigners in Kyrgyzstan',
  },
  foreignersLead: {
    ky: 'Башка өлкөнүн жаранысызбы жана Кыргызстанда жүрөсүзбү? Темаңызды тандап, каалаган тилде жазыңыз. Жоопту кыргызча, орусча же англисче беребиз.',
    ru: 'У вас гражданство другой страны, и вы сейчас в Кыргызстане? Выберите тему и напишите на любом языке. Мы ответим на кыргызском, русском или английском.',
    en: 'Are you a citizen of another country staying in Kyrgyzstan? Choose a topic and write in any language. We answer in Kyrgyz, Russian or English.',
  },
  foreignersOther: {
    ky: 'Бул темалар боюнча да кайрылсаңыз болот',
    ru: 'Эти темы тоже для вас',
    en: 'These topics are open to you too',
  },
  foreignersDanger: {
    ky: 'Азыр коркунучта болсоңуз, барактын башындагы «Мага коркунуч бар» баскычын басыңыз.',
    ru: 'Если вы сейчас в опасности, нажмите «Я в опасности» вверху страницы.',
    en: 'If you are in danger now, use “I am in danger” at the top of the page.',
  },
} as const satisfies Texts

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof homeTexts)[] = ['registered', 'answered', 'topicsLead']

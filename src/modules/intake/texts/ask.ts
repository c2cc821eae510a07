import type { Texts } from '#src/kernel/lang.ts'

/** The screens up to one's own words. */
export const askTexts = {
  consultationTitle: { ky: 'Суроо берүү', ru: 'Задать вопрос', en: 'Ask a question' },
  problemTitle: { ky: 'Көйгөйдү билдирүү', ru: 'Сообщить о проблеме', en: 'Report a problem' },
  kind: { ky: 'Сизге эмне керек?', ru: 'Что вы хотите сделать?', en: 'What do you want to do?' },
  kindWrong: {
    ky: 'Суроо бересизби же көйгөйдү билдиресизби — тандаңыз',
    ru: 'Выберите: задать вопрос или сообщить о проблеме',
    en: 'Choose: ask a question or report a problem',
  },
  continue: { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },

  draftTitle: {
    ky: 'Бүтө элек кайрылууңуз бар',
    ru: 'У вас есть незаконченное обращение',
    en: 'You have an unfinished appeal',
  },
  draftBody: {
    ky: 'Мурун жазганыңыз ушул түзмөктө сакталып турат. Аны улантсаңыз да, жаңысын баштасаңыз да болот.',
    ru: 'То, что вы писали раньше, сохранено на этом устройстве. Можно продолжить или начать новое.',
    en: 'What you wrote before is kept on this device. You can continue it or start a new one.',
  },
  draftContinue: { ky: 'Улантуу', ru: 'Продолжить это обращение', en: 'Continue it' },
  draftAnew: { ky: 'Өчүрүп, жаңысын баштоо', ru: 'Удалить и начать новое', en: 'Delete it and start again' },

  draftLost: {
    ky: 'Бул жердеги каралама табылган жок: мөөнөтү бүткөн, браузер жабылган же cookie өчүрүлгөн болушу мүмкүн. Аны жөнөтүп койгон болсоңуз, кайра толтурбаңыз: номери жана сөздөрү менен ачыңыз. Жөнөтө элек болсоңуз, баштан баштаңыз.',
    ru: 'Черновика здесь больше нет: истёк срок, закрыли браузер или выключены cookie. Если вы его уже отправили, не заполняйте снова: откройте обращение по номеру и словам. Если нет, начните сначала.',
    en: 'The draft is no longer here: it has expired, the browser was closed, or cookies are off. If you had sent it, do not fill it in again: open your appeal with its number and words. If not, please start again.',
  },
  assisted: {
    ky: 'Башка адам үчүн толтуруп жатасыз: суроолорду ага окуп бериңиз.',
    ru: 'Вы заполняете обращение за другого человека: читайте ему вопросы вслух.',
    en: 'You are filling this in for someone else: read the questions out to them.',
  },

  whoTitle: { ky: 'Сиз жөнүндө', ru: 'О вас', en: 'About you' },
  whoIntro: {
    ky: 'Атыңызды айтуунун кереги жок. Бул жоопторго карап, кайрылууңузду туура адиске беребиз.',
    ru: 'Имя называть не нужно. По этим ответам мы передадим обращение нужному специалисту.',
    en: 'You need not give your name. These answers bring your appeal to the right specialist.',
  },
  lang: {
    ky: 'Кайсы тилде жооп берели?',
    ru: 'На каком языке вам ответить?',
    en: 'In which language shall we answer?',
  },
  asWho: { ky: 'Сиз кимсиз?', ru: 'Кто вы?', en: 'Who are you?' },
  citizen: { ky: 'Кыргызстандын жаранымын', ru: 'Гражданин или гражданка Кыргызстана', en: 'A citizen of Kyrgyzstan' },
  compatriot: {
    ky: 'Чет өлкөлүк жарандыгы бар мекендешмин',
    ru: 'Соотечественник или соотечественница с иностранным гражданством',
    en: 'A compatriot with foreign citizenship',
  },
  foreigner: {
    ky: 'Кыргызстандагы чет элдик жаранмын',
    ru: 'Иностранец или иностранка в Кыргызстане',
    en: 'A foreigner in Kyrgyzstan',
  },
  relative: {
    ky: 'Чет өлкөдөгү адамдын тууганымын же жакынымын',
    ru: 'Родные или близкие человека за рубежом',
    en: 'A relative of someone abroad, or close to them',
  },
  onBehalfHint: {
    ky: '«Ооба» десеңиз, төмөндө ошол адамдын өлкөсүн, шаарын жана жарандыгын көрсөтүңүз.',
    ru: 'Если да, укажите ниже страну, город и гражданство этого человека.',
    en: 'If yes, give that person’s country, city and citizenship below.',
  },
  choose: { ky: 'Тандаңыз', ru: 'Выберите', en: 'Choose' },
  countriesOften: { ky: 'Көп тандалгандар', ru: 'Чаще всего', en: 'Most often' },
  countriesAll: { ky: 'Башкалар', ru: 'Остальные', en: 'Others' },
  dangerHint: {
    ky: '«Ооба» десеңиз, бул кайрылуу биринчи кезекте каралат. Дароо жардам чакыруу:',
    ru: 'Если да, это обращение рассмотрят первым. Как вызвать помощь сразу:',
    en: 'If so, this appeal is looked at first. How to call help at once:',
  },
  dangerLink: { ky: 'Мага коркунуч бар', ru: 'Я в опасности', en: 'I am in danger' },
  dangerNow: {
    ky: 'Сиз коркунуч бар деп белгиледиңиз. Жардам азыр керек болсо, күтпөңүз:',
    ru: 'Вы отметили, что есть угроза. Если помощь нужна сейчас, не ждите:',
    en: 'You said that there is danger. If you need help now, do not wait:',
  },

  topicTitle: { ky: 'Эмне жөнүндө?', ru: 'О чём ваше обращение?', en: 'What is it about?' },
  topicIntro: {
    ky: 'Темалар тобун ачып, жакыныраагын тандаңыз. Дал келбесе, адис өзү оңдойт.',
    ru: 'Откройте группу тем и выберите ближайшую. Если она не совсем подходит, специалист её поправит.',
    en: 'Open a topic group and choose the nearest topic. If it does not quite fit, a specialist will put it right.',
  },
  chosen: { ky: 'тандалды', ru: 'выбрано', en: 'chosen' },

  problemWords: { ky: 'Эмне болду?', ru: 'Что случилось?', en: 'What happened?' },
  questionWords: { ky: 'Сиздин сурооңуз', ru: 'Ваш вопрос', en: 'Your question' },
  wordsLabel: { ky: 'Өз сөзүңүз менен жазыңыз', ru: 'Напишите своими словами', en: 'Write in your own words' },
  questionHint: {
    ky: 'Каалаган тилде жаза бериңиз, ката кетсе да эч нерсе эмес. Эмнени билгиңиз келет жана сизде абал кандай?',
    ru: 'На любом языке, ошибки не важны. Что вы хотите узнать и какая у вас ситуация?',
    en: 'In any language; mistakes do not matter. What do you want to know, and what is your situation?',
  },
  problemHint: {
    ky: 'Каалаган тилде жаза бериңиз, ката кетсе да эч нерсе эмес. Ким, качан, кайда, сизге эмне керек?',
    ru: 'На любом языке, ошибки не важны. Кто, когда, где, что вам нужно?',
    en: 'In any language; mistakes do not matter. Who, when, where, and what do you need?',
  },
  ownPhone: {
    ky: 'Бул телефонду же компьютерди сиз гана колдоносузбу?',
    ru: 'Этим телефоном или компьютером пользуетесь только вы?',
    en: 'Are you the only one who uses this phone or computer?',
  },
  ownPhoneHint: {
    ky: '«Ооба» десеңиз, каралама бул жерде 30 күн сакталат. «Жок» десеңиз, браузерди жапканда бул жерден жоголот.',
    ru: 'Если «да», черновик хранится здесь 30 дней. Если «нет», после закрытия браузера его здесь не будет.',
    en: 'If yes, the draft is kept here for 30 days. If no, it is gone from here when you close the browser.',
  },
  yes: { ky: 'Ооба', ru: 'Да', en: 'Yes' },
  no: { ky: 'Жок', ru: 'Нет', en: 'No' },

  langWrong: { ky: 'Жооптун тилин тандаңыз', ru: 'Выберите язык ответа', en: 'Choose the language of the answer' },
  asWhoWrong: { ky: 'Ким экениңизди тандаңыз', ru: 'Выберите, кто вы', en: 'Choose who you are' },
  onBehalfWrong: {
    ky: 'Өзүңүз үчүнбү же башка адам үчүнбү — тандаңыз',
    ru: 'Укажите, пишете ли вы за другого человека',
    en: 'Say whether you are writing on behalf of someone else',
  },
  countryWrong: { ky: 'Өлкөнү тандаңыз', ru: 'Выберите страну', en: 'Choose the country' },
  cityWrong: {
    ky: 'Шаардын атын кыскартыңыз: 100 белгиден ашпасын',
    ru: 'Сократите название города: не больше 100 знаков',
    en: 'Shorten the name of the city: 100 characters at most',
  },
  citizenshipWrong: {
    ky: 'Жарандыкты тизмеден тандаңыз',
    ru: 'Выберите гражданство из списка',
    en: 'Choose the citizenship from the list',
  },
  inDangerWrong: {
    ky: 'Коркунуч бар же жок экенин белгилеңиз',
    ru: 'Укажите, есть ли сейчас угроза',
    en: 'Say whether there is danger now',
  },
  topicWrong: {
    ky: 'Теманы тандаңыз. Дал келгени жок болсо, жакыныраагын белгилеңиз',
    ru: 'Выберите тему. Если точной нет, отметьте ближайшую',
    en: 'Choose a topic. If none fits exactly, take the nearest',
  },
  messageWrong: {
    ky: 'Өз сөзүңүз менен жазыңыз: эң аз 3, эң көп 10\u{a0}000 белги',
    ru: 'Напишите своими словами: от 3 до 10\u{a0}000 знаков',
    en: 'Write in your own words: 3 to 10,000 characters',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof askTexts)[] = [
  'compatriot',
  'relative',
  'ownPhoneHint',
  'topicIntro',
  'draftLost',
  'assisted',
]

import type { Text } from '#src/kernel/lang.ts'

// Invented and general on purpose: no law, no amount, no office that somebody could take for advice.

/** What stands before and after the sentence about the topic. */
export const greetings: readonly Text[] = [
  { ky: 'Саламатсызбы!', ru: 'Здравствуйте!', en: 'Hello,' },
  { ky: 'Урматтуу кызматкерлер!', ru: 'Добрый день.', en: 'Good afternoon,' },
  { ky: 'Салам, бир сурак бар эле.', ru: 'Здравствуйте, есть вопрос.', en: 'Hello, I have a question.' },
]

export const details: readonly Text[] = [
  {
    ky: 'Бул маселе бир нече жума мурун башталды, досторум сиздерге жазып көр дешти.',
    ru: 'Это началось несколько недель назад, знакомые посоветовали написать вам.',
    en: 'This began some weeks ago; friends told me to write to you.',
  },
  {
    ky: 'Үй-бүлөм Кыргызстанда, мен бул жакта жалгыз иштейм.',
    ru: 'Семья в Кыргызстане, я здесь работаю один.',
    en: 'My family is in Kyrgyzstan; I work here alone.',
  },
  {
    ky: 'Документтеримдин сүрөттөрүн жөнөтө алам, эмне керек экенин айтыңыздар.',
    ru: 'Могу прислать фотографии документов, скажите, какие нужны.',
    en: 'I can send pictures of my documents; please tell me which.',
  },
  {
    ky: 'Телефон менен сүйлөшүү кыйын, ошондуктан жазып жатам.',
    ru: 'По телефону говорить трудно, поэтому пишу.',
    en: 'It is hard for me to talk on the phone, so I am writing.',
  },
  {
    ky: 'Буга чейин эч кайда кайрылган эмесмин.',
    ru: 'Раньше никуда не обращался.',
    en: 'I have not asked anybody before.',
  },
]

export const closings: readonly Text[] = [
  {
    ky: 'Эмне кылсам болот? Алдын ала рахмат.',
    ru: 'Что мне делать? Заранее спасибо.',
    en: 'What can I do? Thank you.',
  },
  { ky: 'Жообуңуздарды күтөм.', ru: 'Жду вашего ответа.', en: 'I look forward to your answer.' },
  { ky: 'Жардам бериңиздерчи.', ru: 'Помогите, пожалуйста.', en: 'Please help.' },
]

export const questions: readonly Text[] = [
  {
    ky: 'Саламатсызбы. Качан башталганын жана колуңузда кандай документтер бар экенин жазып коюңузчу.',
    ru: 'Здравствуйте. Напишите, пожалуйста, когда это началось и какие документы у вас на руках.',
    en: 'Hello. Please tell us when this began and which documents you have.',
  },
  {
    ky: 'Кайсы шаарда экениңизди жана бул маселе боюнча жергиликтүү мекемеге кайрылган-кайрылбаганыңызды тактаңызчы.',
    ru: 'Уточните, пожалуйста, в каком вы городе и обращались ли уже в местное ведомство.',
    en: 'Please tell us in which city you are and whether you have already asked an office there.',
  },
]

export const replies: readonly Text[] = [
  {
    ky: 'Эки ай мурун башталды. Паспортум жана каттоо барагым бар.',
    ru: 'Началось два месяца назад. Есть паспорт и лист регистрации.',
    en: 'It began two months ago. I have my passport and the registration sheet.',
  },
  {
    ky: 'Ооба, бардым, бирок күтүңүз дешти. Башка эч нерсе айтышкан жок.',
    ru: 'Да, ходил, сказали ждать. Больше ничего не объяснили.',
    en: 'Yes, I went there; they told me to wait and nothing more.',
  },
]

export const answers: readonly Text[] = [
  {
    ky: 'Кайрылууңузду карап чыктык. Бул машыгуу жообу: кийинки кадамдар жазуу жүзүндө түшүндүрүлөт, документтердин тизмеси тиркелет.',
    ru: 'Мы рассмотрели ваше обращение. Это учебный ответ: здесь были бы объяснены следующие шаги и приложен список документов.',
    en: 'We have considered your appeal. This is a rehearsal answer: the next steps would be explained here, with a list of documents.',
  },
  {
    ky: 'Сурооңуз боюнча кеңеш даяр. Бул машыгуу үчүн жазылган текст, чыныгы кеңеш эмес.',
    ru: 'Консультация по вашему вопросу готова. Это учебный текст, а не настоящая консультация.',
    en: 'Advice on your question is ready. This text was written for a rehearsal and is no real advice.',
  },
]

export const notes: readonly Text[] = [
  {
    ky: 'Консулдук менен сүйлөштүк, жообун күтөбүз.',
    ru: 'Говорили с консульством, ждём ответа.',
    en: 'Talked to the consulate, waiting for its answer.',
  },
  {
    ky: 'Окшош кайрылуу өткөн айда болгон.',
    ru: 'Похожее обращение было в прошлом месяце.',
    en: 'There was a similar appeal last month.',
  },
]

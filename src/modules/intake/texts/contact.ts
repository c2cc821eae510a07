import type { Texts } from '#src/kernel/lang.ts'

/** How to reach the person, and the check before sending. */
export const contactTexts = {
  title: { ky: 'Сиз менен кантип байланышабыз?', ru: 'Как с вами связаться?', en: 'How can we reach you?' },
  intro: {
    ky: 'Баары өз каалооңузча. Эч нерсе жазбасаңыз, кайрылуу анонимдүү болот: жоопту номери жана жашыруун сөздөрү менен порталдан окуйсуз.',
    ru: 'Всё по желанию. Если ничего не указать, обращение будет анонимным: ответ вы прочтёте на портале по номеру и секретным словам.',
    en: 'All of this is up to you. If you give nothing, your appeal is anonymous: you read the answer on the portal with its number and secret words.',
  },
  anonymousSummary: {
    ky: '«Анонимдүү» деген эмне?',
    ru: 'Что значит «анонимно»?',
    en: 'What does “anonymous” mean?',
  },
  anonymousBody: {
    ky: 'Ким экениңизди билбейбиз жана сурабайбыз. Бирок номерди же жашыруун сөздөрдү жоготсоңуз, жоопту ача албай каласыз: аларды кайра бере албайбыз. Аты жок кайрылууну да окуйбуз. Байланыш болбосо, жообун ушул жерден гана бере алабыз.',
    ru: 'Мы не узнаём и не спрашиваем, кто вы. Но если вы потеряете номер или секретные слова, ответ уже не откроете: выдать их снова мы не можем. Обращение без имени мы тоже прочтём. Но без контакта ответить сможем только здесь.',
    en: 'We do not know and do not ask who you are. But if you lose the number or the secret words, you cannot open the answer any more: we cannot give them out again. We read an appeal without a name, too. Without a contact we can answer only here.',
  },
  email: { ky: 'Электрондук почта', ru: 'Электронная почта', en: 'E-mail' },
  phone: { ky: 'Телефон', ru: 'Телефон', en: 'Phone' },
  phoneHint: {
    ky: 'Каалаган өлкөнүкү болот, мисалы, +996 же +7 менен. Азырынча SMS жөнөтө албайбыз.',
    ru: 'Любой страны, например с +996 или +7. SMS мы пока не отправляем.',
    en: 'Of any country, for example with +996 or +7. We cannot send text messages yet.',
  },
  phoneWhich: {
    ky: 'Бул кайсы өлкөнүн номери?',
    ru: 'Номер какой это страны?',
    en: 'Which country’s number is this?',
  },
  safeHint: {
    ky: 'Тандаганыңызды так аткарабыз. Башка бирөө окушу же угушу мүмкүн болсо, порталды тандаңыз.',
    ru: 'Сделаем ровно так, как вы выберете. Если кто-то другой может прочесть или услышать, выберите портал.',
    en: 'We do exactly what you choose. If someone else could read or hear it, choose the portal.',
  },
  effectEmail: {
    ky: 'Жаңылык бар экенин гана жазабыз, кайрылуунун мазмуну катта болбойт. Чалбайбыз.',
    ru: 'Напишем только, что есть новости; содержания обращения в письме нет. Звонить не будем.',
    en: 'We write only that there is news, not what your appeal is about. We do not call.',
  },
  effectCall: {
    ky: 'Адис өзү чалат. Почтага жазбайбыз, SMS жөнөтпөйбүз.',
    ru: 'Специалист позвонит сам. На почту не пишем, SMS не отправляем.',
    en: 'A specialist calls you. We write no e-mail and send no text messages.',
  },
  effectBoth: {
    ky: 'Почтага жаңылык бар экенин гана жазабыз; керек болсо, адис чалат.',
    ru: 'На почту напишем только, что есть новости; если понадобится, специалист позвонит.',
    en: 'By e-mail we write only that there is news; a specialist calls if need be.',
  },
  effectPortal: {
    ky: 'Жазбайбыз да, чалбайбыз да. Жоопту бул жерден номери жана жашыруун сөздөрү менен окуйсуз.',
    ru: 'Не напишем и не позвоним. Ответ вы прочтёте здесь по номеру и секретным словам.',
    en: 'We neither write nor call. You read the answer here with the number and secret words.',
  },
  effectRelative: {
    ky: 'Өзүңүзгө жазбайбыз жана чалбайбыз. Ким аркылуу экенин кайрылууга жазыңыз; жоопту порталдан да окуй аласыз.',
    ru: 'Вам самим не напишем и не позвоним. Укажите в обращении, через кого; ответ можно прочесть и на портале.',
    en: 'We neither write to you nor call you. Say in your appeal through whom; you can also read the answer on the portal.',
  },
  name: { ky: 'Аты-жөнүңүз', ru: 'Ваше имя', en: 'Your name' },
  nameHint: {
    ky: 'Кандай айтсаңыз, ошондой жазыңыз: мисалы, Бакыт Эмил уулу',
    ru: 'Так, как вы себя называете: например, Бакыт Эмил уулу',
    en: 'The way you say it: for example, Bakyt Emil uulu',
  },
  pinHint: {
    ky: '14 сан. Документ боюнча текшерүү керек болсо гана пайдалуу.',
    ru: '14 цифр. Пригодится, только если нужна проверка по документам.',
    en: '14 digits. It helps only where documents must be checked.',
  },
  protection: { ky: 'Кошумча коргоо', ru: 'Дополнительная защита', en: 'More protection' },
  protectionWish: {
    ky: 'Кайрылуумду коргоо тобу гана көрсүн',
    ru: 'Пусть моё обращение видит только группа защиты',
    en: 'Let only the protection team see my appeal',
  },
  protectionHint: {
    ky: 'Зомбулук, адам сатуу, кармоо сыяктуу темаларда бул ансыз да ушундай.',
    ru: 'Если обращение о насилии, торговле людьми, задержании и подобном, так будет и без отметки.',
    en: 'For appeals about violence, trafficking, detention and the like this is done anyway.',
  },

  emailWrong: {
    ky: 'Почта дарегин aigul@example.org түрүндө жазыңыз же бош калтырыңыз',
    ru: 'Напишите адрес в виде aigul@example.org или оставьте пустым',
    en: 'Write the address like aigul@example.org, or leave it empty',
  },
  phoneWrong: {
    ky: 'Номерди өлкөнүн коду менен жазыңыз, мисалы, +996 555 123 456, же бош калтырыңыз',
    ru: 'Напишите номер с кодом страны, например +996 555 123 456, или оставьте пустым',
    en: 'Write the number with the country code, for example +996 555 123 456, or leave it empty',
  },
  phoneUnclear: {
    ky: 'Номер кайсы өлкөнүкү экенин тандаңыз же аны өлкөнүн коду менен жазыңыз',
    ru: 'Выберите, номер какой это страны, или напишите его с кодом страны',
    en: 'Choose which country’s number this is, or write it with the country code',
  },
  emailNeeded: {
    ky: 'Почтаңызды жазыңыз же төмөндө башка жолду тандаңыз',
    ru: 'Напишите адрес почты или выберите ниже другой способ',
    en: 'Write your e-mail address, or choose another way below',
  },
  phoneNeeded: {
    ky: 'Телефонуңузду жазыңыз же төмөндө башка жолду тандаңыз',
    ru: 'Напишите номер телефона или выберите ниже другой способ',
    en: 'Write your phone number, or choose another way below',
  },
  safeWrong: {
    ky: 'Сиз менен кантип байланышуу коопсуз экенин тандаңыз',
    ru: 'Выберите, как с вами безопасно связаться',
    en: 'Choose a safe way to contact you',
  },
  nameWrong: {
    ky: 'Атыңызды кыскартыңыз: 100 белгиден ашпасын',
    ru: 'Сократите имя: не больше 100 знаков',
    en: 'Shorten the name: 100 characters at most',
  },
  pinWrong: {
    ky: 'ПИН 14 сандан турат. Сандарын текшериңиз же бош калтырыңыз',
    ru: 'ПИН состоит из 14 цифр. Проверьте их или оставьте пустым',
    en: 'A PIN has 14 digits. Check them, or leave it empty',
  },
  pinIsDocument: (number: string) => ({
    ky: `${number} — бул паспорттун же ID-картанын номери. ПИН башка: ал 14 сандан турат. Аны жазыңыз же бош калтырыңыз`,
    ru: `${number} — это номер паспорта или ID-карты. ПИН — другой номер, из 14 цифр. Введите его или оставьте пустым`,
    en: `${number} is the number of a passport or an ID card. The PIN is another one, of 14 digits. Type that, or leave it empty`,
  }),

  checkTitle: { ky: 'Жоопторуңузду текшериңиз', ru: 'Проверьте ваши ответы', en: 'Check your answers' },
  change: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  none: { ky: 'Көрсөтүлгөн жок', ru: 'Не указано', en: 'Not given' },
  appeal: { ky: 'Кайрылуу', ru: 'Обращение', en: 'The appeal' },
  topic: { ky: 'Тема', ru: 'Тема', en: 'Topic' },
  kind: { ky: 'Кайрылуунун түрү', ru: 'Вид обращения', en: 'Kind of appeal' },
  asked: { ky: 'Суроолорго жооптор', ru: 'Ответы на вопросы', en: 'Answers to the questions' },
  reach: { ky: 'Байланыш', ru: 'Связь', en: 'How to reach you' },
  anonymous: {
    ky: 'Көрсөтүлгөн жок: жоопту порталдан гана окуйсуз',
    ru: 'Не указана: ответ вы прочтёте только на портале',
    en: 'Not given: you read the answer on the portal only',
  },
  pinUnusual: {
    ky: 'ПИН адаттагыдай эмес көрүнөт. Текшерип көрүңүз; туура болсо, улантыңыз.',
    ru: 'ПИН выглядит необычно. Проверьте его; если он верный, продолжайте.',
    en: 'The PIN looks unusual. Check it; if it is right, go on.',
  },
  beforeSending: {
    ky: 'Жөнөткөндөн кийин номерди жана төрт жашыруун сөздү көрсөтөбүз. Аларды жазып алууга бир нерсе даярдап коюңуз.',
    ru: 'После отправки мы покажем номер и четыре секретных слова. Приготовьте, на чём их записать.',
    en: 'After sending we show a number and four secret words. Have something ready to write them down.',
  },
  anonymousWarning: {
    ky: 'Сиз менен кантип байланышууну көрсөткөн жоксуз. Номерди же сөздөрдү жоготсоңуз, кайрылууну кайра ача албайсыз.',
    ru: 'Вы не указали, как с вами связаться. Если вы потеряете номер или слова, снова открыть обращение не получится.',
    en: 'You gave no way to reach you. If you lose the number or the words, you cannot open the appeal again.',
  },
  phoneOnly: {
    ky: 'Азырынча SMS жөнөтө албайбыз. Адис сизге чалат; кайрылууну номери жана жашыруун сөздөрү менен ачасыз.',
    ru: 'SMS мы пока не отправляем. Специалист вам позвонит; обращение вы откроете по номеру и секретным словам.',
    en: 'We cannot send text messages yet. A specialist will call you; you open your appeal with its number and secret words.',
  },
  send: { ky: 'Жөнөтүү', ru: 'Отправить', en: 'Send' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof contactTexts)[] = [
  'anonymousBody',
  'anonymous',
  'pinUnusual',
  'effectRelative',
]

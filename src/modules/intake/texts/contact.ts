import type { Texts } from '#src/kernel/lang.ts'

/** How to reach the person, and the check before sending. */
export const contactTexts = {
  title: { ky: 'Сиз менен кантип байланышабыз?', ru: 'Как с вами связаться?', en: 'How can we reach you?' },
  intro: {
    ky: 'Баары өз эркиңизче. Эч нерсе жазбасаңыз, кайрылуу аты-жөнсүз болот: жоопту номери жана жашуруун сөздөр менен порталдан окуйсуз.',
    ru: 'Всё по желанию. Если ничего не указать, обращение будет анонимным: ответ вы прочтёте на портале по номеру и секретным словам.',
    en: 'All of it is up to you. If you give nothing, the appeal is anonymous: you read the answer on the portal with its number and secret words.',
  },
  anonymousSummary: {
    ky: 'Аты-жөнсүз кайрылуу эмнени билдирет?',
    ru: 'Что значит «анонимно»?',
    en: 'What does “anonymous” mean?',
  },
  anonymousBody: {
    ky: 'Ким экениңизди билбейбиз жана сурабайбыз. Бирок номерди же жашуруун сөздөрдү жоготсоңуз, кайрылууңузду эч ким кайра ача албайт, биз да. Мыйзам кол коюлбаган кайрылууга жооп берүүгө милдеттендирбейт, ошентсе да аны окуп чыгабыз.',
    ru: 'Мы не узнаём и не спрашиваем, кто вы. Но если вы потеряете номер или секретные слова, обращение не сможет открыть никто, и мы тоже. Закон не обязывает отвечать на неподписанное обращение, но мы его прочтём.',
    en: 'We do not learn or ask who you are. But if you lose the number or the secret words, nobody can open the appeal again, not even we. The law does not oblige us to answer an unsigned appeal; we will read it all the same.',
  },
  email: { ky: 'Электрондук почта', ru: 'Электронная почта', en: 'E-mail' },
  phone: { ky: 'Телефон', ru: 'Телефон', en: 'Phone' },
  phoneHint: {
    ky: 'Каалаган өлкөнүкү болот, мисалы, +996 же +7 менен. Азырынча SMS жөнөтө албайбыз: адис өзү чалат, ал эми кайрылууну номери жана жашуруун сөздөр ачат.',
    ru: 'Любой страны, например с +996 или +7. SMS мы пока не отправляем: специалист позвонит сам, а обращение открывают номер и секретные слова.',
    en: 'Of any country, for example with +996 or +7. We cannot send texts yet: a specialist will call you, and the number and secret words open the appeal.',
  },
  safe: {
    ky: 'Ошол жерге жазуу же чалуу коопсузбу?',
    ru: 'Туда безопасно писать или звонить?',
    en: 'Is it safe to write or call there?',
  },
  safeHint: {
    ky: 'Башка бирөө окушу же угушу мүмкүн болсо, «Жок» деңиз: анда эч нерсе жөнөтпөйбүз жана чалбайбыз.',
    ru: 'Если кто-то другой может прочесть или услышать, ответьте «нет»: тогда мы не пришлём ничего и не позвоним.',
    en: 'If someone else could read or hear it, say no: then we send nothing and do not call.',
  },
  safeYes: { ky: 'Ооба, коопсуз', ru: 'Да, безопасно', en: 'Yes, it is safe' },
  safeNo: { ky: 'Жок, эч нерсе жөнөтпөңүз', ru: 'Нет, ничего не присылайте', en: 'No, send nothing' },
  safePortal: {
    ky: 'Порталда гана окуйм',
    ru: 'Буду читать только на портале',
    en: 'I will read it on the portal only',
  },
  name: { ky: 'Аты-жөнүңүз', ru: 'Ваше имя', en: 'Your name' },
  nameHint: {
    ky: 'Кандай айтсаңыз, ошондой жазыңыз: мисалы, Бакыт Эмил уулу',
    ru: 'Так, как вы себя называете: например, Бакыт Эмил уулу',
    en: 'As you say it: for example, Бакыт Эмил уулу',
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
    ru: 'Для насилия, торговли людьми, задержания и подобных тем это и так действует.',
    en: 'For violence, trafficking, detention and the like this is so in any case.',
  },

  emailWrong: {
    ky: 'Почтаны aigul@example.org түрүндө жазыңыз же бош калтырыңыз',
    ru: 'Напишите адрес в виде aigul@example.org или оставьте пустым',
    en: 'Write the address like aigul@example.org, or leave it empty',
  },
  phoneWrong: {
    ky: 'Номерди өлкөнүн коду менен жазыңыз, мисалы, +996 555 123 456, же бош калтырыңыз',
    ru: 'Напишите номер с кодом страны, например +996 555 123 456, или оставьте пустым',
    en: 'Write the number with the country code, for example +996 555 123 456, or leave it empty',
  },
  safeWrong: {
    ky: 'Ошол жерге жазуу коопсуз же коопсуз эмес экенин тандаңыз',
    ru: 'Укажите, безопасно ли туда писать или звонить',
    en: 'Say whether it is safe to write or call there',
  },
  safeContactWrong: { ky: 'Тизмеден тандаңыз', ru: 'Выберите из списка', en: 'Choose from the list' },
  nameWrong: {
    ky: 'Аты-жөн 100 белгиден ашпашы керек',
    ru: 'Имя — не длиннее 100 знаков',
    en: 'A name may have up to 100 characters',
  },
  pinWrong: {
    ky: 'ПИН 14 сандан турат. Санын текшериңиз же бош калтырыңыз',
    ru: 'ПИН состоит из 14 цифр. Проверьте их или оставьте пустым',
    en: 'A PIN has 14 digits. Check them, or leave it empty',
  },

  checkTitle: { ky: 'Жоопторуңузду текшериңиз', ru: 'Проверьте ваши ответы', en: 'Check your answers' },
  change: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  none: { ky: 'Көрсөтүлгөн жок', ru: 'Не указано', en: 'Not given' },
  appeal: { ky: 'Кайрылуу', ru: 'Обращение', en: 'The appeal' },
  topic: { ky: 'Тема', ru: 'Тема', en: 'Topic' },
  kind: { ky: 'Кайрылуунун түрү', ru: 'Вид обращения', en: 'Kind of appeal' },
  asked: { ky: 'Суроолорго жооптор', ru: 'Ответы на вопросы', en: 'Answers to the questions' },
  reach: { ky: 'Байланыш', ru: 'Связь', en: 'How to reach you' },
  anonymous: { ky: 'Аты-жөнсүз', ru: 'Анонимно', en: 'Anonymous' },
  pinUnusual: {
    ky: 'ПИН адаттагыдан башкача түзүлгөн. Туура болсо, улантыңыз.',
    ru: 'ПИН построен необычно. Если он верный, продолжайте.',
    en: 'The PIN is built in an unusual way. If it is right, go on.',
  },
  beforeSending: {
    ky: 'Жөнөткөндөн кийин номерди жана төрт жашуруун сөздү көрсөтөбүз. Жазып алууга кагаз же сүрөткө тартууга телефон даярдаңыз.',
    ru: 'После отправки мы покажем номер и четыре секретных слова. Приготовьте, на чём их записать.',
    en: 'After sending we show a number and four secret words. Have something ready to write them down.',
  },
  anonymousWarning: {
    ky: 'Байланыш көрсөтүлгөн жок. Номерди же сөздөрдү жоготсоңуз, кайрылууну кайра ачуу мүмкүн болбойт.',
    ru: 'Связь не указана. Если потерять номер или слова, открыть обращение будет нельзя.',
    en: 'You gave no way to reach you. If you lose the number or the words, the appeal cannot be opened again.',
  },
  phoneOnly: {
    ky: 'Азырынча SMS жөнөтө албайбыз. Адис сизге чалат; кайрылууну номери жана жашуруун сөздөр ачат.',
    ru: 'SMS мы пока не отправляем. Специалист вам позвонит; обращение открывают номер и секретные слова.',
    en: 'We cannot send texts yet. A specialist will call you; the number and the secret words open the appeal.',
  },
  phoneOnlySilent: {
    ky: 'Азырынча SMS жөнөтө албайбыз жана сиз айткандай чалбайбыз. Кайрылууну номери жана жашуруун сөздөр ачат.',
    ru: 'SMS мы пока не отправляем и, как вы просили, не позвоним. Обращение открывают номер и секретные слова.',
    en: 'We cannot send texts yet and, as you asked, we will not call. The number and the secret words open the appeal.',
  },
  send: { ky: 'Жөнөтүү', ru: 'Отправить', en: 'Send' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof contactTexts)[] = [
  'anonymousBody',
  'anonymous',
  'pinUnusual',
  'phoneOnlySilent',
]

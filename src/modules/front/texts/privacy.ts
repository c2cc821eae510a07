import type { Text, Texts } from '#src/kernel/lang.ts'

export const privacyTexts = {
  title: { ky: 'Купуялык', ru: 'Конфиденциальность', en: 'Privacy notice' },
  description: {
    ky: 'Портал сиз жөнүндө эмнени, эмне үчүн жана канча убакыт сактайт, аны ким көрөт.',
    ru: 'Что портал хранит о вас, зачем, сколько времени и кто это видит.',
    en: 'What the portal keeps about you, why, for how long, and who sees it.',
  },
  toBeFilled: { ky: 'кызмат толтурат', ru: 'заполнит служба', en: 'to be filled by the service' },
  notReviewed: {
    ky: 'Бул барактын укуктук бөлүгүн юрист азырынча текшере элек.',
    ru: 'Правовую часть этой страницы ещё не проверил юрист.',
    en: 'The legal part of this page has not been checked by a lawyer yet.',
  },

  ownerTitle: { ky: 'Ким жооп берет', ru: 'Кто отвечает', en: 'Who is responsible' },
  owner: (owner: Text) => ({
    ky: `Маалыматыңыз үчүн ${owner.ky} жооп берет.`,
    ru: `За ваши данные отвечает ${owner.ru}.`,
    en: `The ${owner.en} is responsible for your data.`,
  }),
  address: { ky: 'Дареги', ru: 'Адрес', en: 'Address' },
  dataProtection: {
    ky: 'Жеке маалыматтар боюнча жооптуу адам',
    ru: 'Ответственный за персональные данные',
    en: 'Contact for personal data',
  },

  keptTitle: { ky: 'Эмнени сактайбыз', ru: 'Что мы храним', en: 'What we keep' },
  kept: [
    {
      ky: 'кайрылууңуздун текстин, суроолорго жоопторуңузду, кошкон файлдарыңызды жана андан аркы жазышууну;',
      ru: 'текст обращения, ваши ответы на вопросы, приложенные файлы и дальнейшую переписку;',
      en: 'the words of your appeal, your answers to questions, the files you add and what is written afterwards;',
    },
    {
      ky: 'өзүңүз көрсөткөн өлкөнү, шаарды, жарандыкты, тилди жана убакыт алкагын;',
      ru: 'страну, город, гражданство, язык и часовой пояс, которые вы указали;',
      en: 'the country, city, citizenship, language and time zone you gave;',
    },
    {
      ky: 'өзүңүз берсеңиз гана: атыңызды, ПИНиңизди, телефонуңузду, электрондук почтаңызды;',
      ru: 'только если вы их дали: имя, ПИН, телефон, электронную почту;',
      en: 'only if you give them: your name, PIN, phone, e-mail;',
    },
    {
      ky: 'кайрылуу менен эмне, качан болгонун жана аны ким ачканын.',
      ru: 'что и когда происходило с обращением и кто его открывал.',
      en: 'what happened to the appeal and when, and who opened it.',
    },
  ],
  notKept: {
    ky: 'Сүрөттөрдөн тартылган жери тууралуу маалымат өчүрүлөт. Башка документтерде (мисалы, PDF) автордун аты калышы мүмкүн. Жашыруун сөздөрүңүздү биз билбейбиз: алардын текшерүү изи гана сакталат.',
    ru: 'Из фотографий удаляются сведения о месте съёмки. В других документах (например, PDF) может остаться имя автора. Ваших секретных слов мы не знаем: хранится только их проверочный отпечаток.',
    en: 'The place where it was taken is removed from a photo. Other documents (a PDF, for example) may still carry their author’s name. We do not know your secret words: only a fingerprint to check them is kept.',
  },

  whyTitle: { ky: 'Эмне үчүн', ru: 'Зачем', en: 'What for' },
  why: {
    ky: 'Кайрылууңузду карап, жооп берүү үчүн гана. Негизи: Кыргыз Республикасынын жарандардын кайрылууларын кароо тартиби жөнүндө 2007-жылдын 4-майындагы № 67 Мыйзамы. Жеке маалыматтар жөнүндө эрежелер — 2025-жылдын 31-июлундагы № 178 Санариптик кодексте.',
    ru: 'Только чтобы рассмотреть обращение и ответить. Основание: Закон Кыргызской Республики № 67 от 4 мая 2007 года о порядке рассмотрения обращений граждан. Правила о персональных данных — в Цифровом кодексе № 178 от 31 июля 2025 года.',
    en: 'Only to consider your appeal and answer it. The ground is Law of the Kyrgyz Republic No. 67 of 4 May 2007 on the procedure for considering citizens’ appeals. The rules on personal data stand in the Digital Code, No. 178 of 31 July 2025.',
  },
  anonymous: {
    ky: 'Өзүңүз жөнүндө эч нерсе айтпай кайрылсаңыз болот. Анда жоопту номер жана жашыруун сөздөр менен порталдан гана окуйсуз.',
    ru: 'Можно обратиться, ничего о себе не сообщая. Тогда ответ читают только на портале, по номеру и секретным словам.',
    en: 'You may write without telling anything about yourself. Then you read the answer only on the portal, with the number and the secret words.',
  },

  protectedTitle: { ky: 'Кантип корголот', ru: 'Как это защищено', en: 'How it is protected' },
  protected: [
    {
      ky: 'Байланыш маалыматтарыңыз жана ПИНиңиз шифрленген түрдө сакталат. Ачкычы маалымат базасынан өзүнчө турат.',
      ru: 'Контакты и ПИН хранятся в зашифрованном виде. Ключ лежит отдельно от базы данных.',
      en: 'Your contacts and your PIN are stored encrypted. The key is kept apart from the database.',
    },
    {
      ky: 'Файлдар дайыма шифрленген түрдө сакталат. Коргоону талап кылган кайрылууларда тексти менен жооптору да шифрленет.',
      ru: 'Файлы всегда хранятся зашифрованными. В обращениях, требующих защиты, шифруются и текст, и ответы.',
      en: 'Files are always stored encrypted. In appeals that need protection the words and answers are encrypted, too.',
    },
    {
      ky: 'Чынын айтабыз: серверди тейлеген адамдар ачкычтарга жете алат. Ошондуктан алардын саны аз болушу керек.',
      ru: 'Скажем честно: те, кто обслуживает сервер, имеют доступ к ключам. Поэтому их круг должен быть узким.',
      en: 'To be honest: whoever runs the server has access to the keys. That circle must therefore be small.',
    },
  ],

  whoTitle: { ky: 'Ким көрөт', ru: 'Кто это видит', en: 'Who sees it' },
  who: [
    {
      ky: 'Кайрылууңузду алган топтун кызматкерлери жана алардын көзөмөлдөөчүсү. Ар бир ачуу журналга жазылат.',
      ru: 'Сотрудники группы, которая получила обращение, и их контролёр. Каждое открытие записывается в журнал.',
      en: 'The staff of the team that has your appeal, and their supervisor. Every opening is written down.',
    },
    {
      ky: 'Коргоону талап кылган кайрылууну коргоо тобу гана көрөт: аны башка кызматкер издесе да таппайт.',
      ru: 'Обращение, требующее защиты, видит только группа защиты: другой сотрудник не найдёт его и поиском.',
      en: 'An appeal that needs protection is seen by the protection team alone: nobody else finds it, not even by searching.',
    },
    {
      ky: 'Портал кайрылууңузду башка органга же уюмга өзү жөнөтпөйт.',
      ru: 'Сам портал не пересылает ваше обращение другим органам и организациям.',
      en: 'The portal itself passes your appeal to no other body or organisation.',
    },
    {
      ky: '«Жазсаңыз кооптуу» же «порталда гана» деген жообуңуз бизди милдеттендирет: эч нерсе жөнөтүлбөйт. Башка учурда катта жаңылык бар экени гана айтылат, мазмуну жазылбайт.',
      ru: 'Ответы «писать небезопасно» и «только на портале» нас обязывают: ничего не отправляется. В остальных случаях в письме сказано лишь, что есть новости, без содержания.',
      en: 'If you say it is not safe to write, or only on the portal, that binds us: nothing is sent. Otherwise a letter only says that there is news, never what it is.',
    },
  ],
  thirdParties: (exitHost: string) => ({
    ky: `Порталда жарнама, эсептегич, башка сайттардын коду жок. «Тез чыгуу» баскычы гана башка сайтка алып барат: ${exitHost}.`,
    ru: `На портале нет рекламы, счётчиков и кода других сайтов. На чужой сайт ведёт только кнопка «Быстро уйти с сайта»: ${exitHost}.`,
    en: `There are no advertisements, counters or code of other sites on the portal. Only the button “Leave this site quickly” leads to another site: ${exitHost}.`,
  }),
  addresses: {
    ky: 'Интернет дарегиңиз (IP) сакталбайт. Ашыкча суроо-талаптардан коргонуу үчүн ал бир күндүк ачкыч менен таанылгыс кылынып, эс тутумда гана колдонулат.',
    ru: 'Ваш адрес в интернете (IP) не сохраняется. Для защиты от слишком частых запросов он используется только в памяти и в неузнаваемом виде, с ключом на один день.',
    en: 'Your internet (IP) address is not kept. To guard against floods it is used in memory only, made unrecognisable with a key that lasts one day.',
  },

  howLongTitle: { ky: 'Канча убакыт', ru: 'Как долго', en: 'How long' },
  drafts: {
    ky: 'Жөнөтүлбөгөн каралама жана анын файлдары 30 күндөн кийин өчүрүлөт.',
    ru: 'Неотправленный черновик и его файлы удаляются через 30 дней.',
    en: 'A draft that is not sent, and its files, are deleted after 30 days.',
  },
  appeals: {
    ky: 'Жөнөтүлгөн кайрылуулардын сакталуу мөөнөтү:',
    ru: 'Срок хранения отправленных обращений:',
    en: 'How long appeals that were sent are kept:',
  },

  cookiesTitle: { ky: 'Cookie файлдары', ru: 'Файлы cookie', en: 'Cookies' },
  cookiesText: {
    ky: 'Порталдын өз cookie файлдары гана бар, алар иштеши үчүн керек. Коопсуз туташууда аттары __Host- деп башталат.',
    ru: 'Есть только собственные файлы cookie, без них портал не работает. При защищённом соединении их имена начинаются с __Host-.',
    en: 'There are only cookies of our own, which the portal needs to work. Over a secure connection their names start with __Host-.',
  },
  cookieUntil: { ky: 'мөөнөтү', ru: 'срок', en: 'kept' },

  rightsTitle: { ky: 'Укуктарыңыз', ru: 'Ваши права', en: 'Your rights' },
  rights: [
    {
      ky: 'сиз жөнүндө эмне сакталганын суроо жана көчүрмөсүн алуу;',
      ru: 'узнать, что о вас хранится, и получить копию;',
      en: 'ask what is kept about you and get a copy;',
    },
    { ky: 'катаны оңдотуу;', ru: 'исправить ошибку;', en: 'have a mistake corrected;' },
    {
      ky: 'мыйзам сактоого милдеттендирбегенди өчүртүү;',
      ru: 'удалить то, что закон не обязывает хранить;',
      en: 'have deleted what the law does not oblige us to keep;',
    },
    {
      ky: 'маалыматыңыздын колдонулушуна каршы болуу жана кызматтын жообуна даттануу.',
      ru: 'возразить против использования данных и обжаловать ответ службы.',
      en: 'object to the use of your data and complain about the service’s answer.',
    },
  ],
  howToAsk: {
    ky: 'Муну кайрылууңузда жазыңыз же порталдын иши жөнүндө жаңы кайрылуу жөнөтүңүз. Маалыматыңызды башка бирөөгө берип албашыбыз үчүн номерди жана жашыруун сөздөрдү сурайбыз.',
    ru: 'Напишите об этом в своём обращении или отправьте новое — о работе портала. Чтобы не отдать данные чужому, мы попросим номер и секретные слова.',
    en: 'Write so in your appeal, or send a new one about the portal. So that your data is not given to somebody else, you are asked for the number and the secret words.',
  },
  authority: {
    ky: 'Жеке маалыматтар боюнча көзөмөл органы:',
    ru: 'Орган надзора за персональными данными:',
    en: 'Supervisory authority for personal data:',
  },
  write: { ky: 'Портал жөнүндө жазуу', ru: 'Написать о портале', en: 'Write about the portal' },
} as const satisfies Readonly<Record<string, Texts[string] | readonly Text[]>>

export type CookieNote = { readonly name: string; readonly why: Text; readonly until: Text }

const whileOpen: Text = {
  ky: 'браузер жабылганча',
  ru: 'пока открыт браузер',
  en: 'until the browser is closed',
}

/** Every cookie the portal sets. A test compares it with the code. */
export const cookies: readonly CookieNote[] = [
  {
    name: 'lang',
    why: { ky: 'кайсы тилди тандаганыңыз', ru: 'какой язык вы выбрали', en: 'which language you chose' },
    until: { ky: '1 жыл', ru: '1 год', en: '1 year' },
  },
  {
    name: 'form',
    why: {
      ky: 'форманы башка сайт сиздин атыңыздан жөнөтүп койбошу үчүн',
      ru: 'чтобы чужой сайт не отправил форму за вас',
      en: 'so that no other site can send a form in your name',
    },
    until: whileOpen,
  },
  {
    name: 'draft',
    why: {
      ky: 'жазып баштаган караламаңызды ушул телефондон табуу',
      ru: 'найти ваш черновик на этом же устройстве',
      en: 'to find your draft again on the same device',
    },
    until: {
      ky: 'браузер жабылганча; телефон сиздики гана десеңиз — 30 күн',
      ru: 'пока открыт браузер; если телефон только ваш — 30 дней',
      en: 'until the browser is closed; 30 days if you say the phone is yours alone',
    },
  },
  {
    name: 'appeal',
    why: {
      ky: 'кайрылууңузду ачканыңызды билүү',
      ru: 'знать, что вы открыли своё обращение',
      en: 'to know that you have opened your appeal',
    },
    until: {
      ky: '30 мүнөт, өзүңүз узарта аласыз; «Тез чыгуу» аны дароо бүтүрөт',
      ru: '30 минут, можно продлить; «Быстро уйти с сайта» заканчивает сразу',
      en: '30 minutes, longer if you extend it; leaving quickly ends it at once',
    },
  },
  {
    name: 'staff',
    why: {
      ky: 'кызматкерлер үчүн гана: киргенин билүү',
      ru: 'только для сотрудников: знать, что они вошли',
      en: 'for staff only: to know that they are signed in',
    },
    until: whileOpen,
  },
]

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof privacyTexts)[] = ['notKept', 'why', 'addresses', 'rights']

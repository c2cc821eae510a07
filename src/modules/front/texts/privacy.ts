import type { Text, Texts } from '#src/kernel/lang.ts'

export const privacyTexts = {
  title: { ky: 'Купуялык', ru: 'Конфиденциальность', en: 'Privacy' },
  description: {
    ky: 'Портал сиз жөнүндө эмнени, эмне үчүн жана канча убакыт сактайт, аны ким көрөт.',
    ru: 'Что портал хранит о вас, зачем, сколько времени и кто это видит.',
    en: 'What the portal keeps about you, why, for how long, and who sees it.',
  },
  toBeFilled: { ky: 'кызмат толтурат', ru: 'заполнит служба', en: 'to be filled by the service' },
  notReviewed: {
    ky: 'Бул барактын укуктук бөлүгүн юрист азырынча текшере элек.',
    ru: 'Правовую часть этой страницы ещё не проверил юрист.',
    en: 'A lawyer has not checked the legal part of this page yet.',
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
      ky: 'өзүңүз көрсөткөн өлкөнү, шаарды, жарандыкты, тилди жана саат алкагын;',
      ru: 'страну, город, гражданство, язык и часовой пояс, которые вы указали;',
      en: 'the country, city, citizenship, language and time zone you gave;',
    },
    {
      ky: 'өзүңүз берсеңиз гана: атыңызды, ПИНиңизди, телефонуңузду, электрондук почтаңызды;',
      ru: 'только если вы их дали: имя, ПИН, телефон, электронную почту;',
      en: 'only if you give them: your name, PIN, phone, e-mail;',
    },
    {
      ky: 'кайрылуу боюнча эмне, качан болгонун жана аны ким ачканын.',
      ru: 'что и когда происходило с обращением и кто его открывал.',
      en: 'what happened to the appeal and when, and who opened it.',
    },
  ],
  notKept: {
    ky: 'Сүрөттөрдөн тартылган жери тууралуу маалымат өчүрүлөт. Башка документтерде (мисалы, PDF) автордун аты калышы мүмкүн. Жашыруун сөздөрүңүздү биз билбейбиз: аларды текшерүүгө гана жараган, окууга болбой турган белги сакталат.',
    ru: 'Из фотографий удаляются сведения о месте съёмки. В других документах (например, PDF) может остаться имя автора. Ваших секретных слов мы не знаем: хранится только отметка, по которой их можно проверить, но нельзя прочитать.',
    en: 'The place where it was taken is removed from a photo. Other documents (a PDF, for example) may still carry their author’s name. We do not know your secret words: we keep only a mark that can check them but cannot be read.',
  },

  whyTitle: { ky: 'Эмне үчүн', ru: 'Зачем', en: 'What for' },
  why: {
    ky: 'Кайрылууңузду карап, жооп берүү үчүн гана.',
    ru: 'Только чтобы рассмотреть обращение и ответить.',
    en: 'Only to consider your appeal and answer it.',
  },
  legalBasis: { ky: 'Укуктук негизи', ru: 'Правовое основание', en: 'Legal basis' },
  readSources: {
    ky: 'Мөөнөттөр боюнча эмнеге таянабыз',
    ru: 'На чём основаны сроки',
    en: 'What our deadlines rest on',
  },
  anonymous: {
    ky: 'Өзүңүз жөнүндө эч нерсе айтпай кайрылсаңыз болот. Анда жоопту номер жана жашыруун сөздөр менен порталдан гана окуйсуз.',
    ru: 'Можно обратиться, ничего о себе не сообщая. Тогда прочитать ответ можно только на портале, по номеру и секретным словам.',
    en: 'You may write without telling us anything about yourself. Then you can read the answer only on the portal, with the number and the secret words.',
  },

  protectedTitle: { ky: 'Кантип корголот', ru: 'Как это защищено', en: 'How it is protected' },
  protected: [
    {
      ky: 'Байланыш маалыматтарыңыз жана ПИНиңиз шифрленген түрдө сакталат. Ачкычы маалымат базасынан өзүнчө сакталат.',
      ru: 'Контакты и ПИН хранятся в зашифрованном виде. Ключ лежит отдельно от базы данных.',
      en: 'Your contacts and your PIN are stored encrypted. The key is kept apart from the database.',
    },
    {
      ky: 'Файлдар дайыма шифрленген түрдө сакталат. Корголгон кайрылууларда (зомбулук, адам сатуу, кармоо сыяктуу темаларда же өзүңүз сурансаңыз) тексти, теманын суроолоруна жооптору жана шаары да шифрленет. Өлкө, тема, жарандык жана убакыт шифрленбейт.',
      ru: 'Файлы всегда хранятся зашифрованными. В защищённых обращениях (о насилии, торговле людьми, задержании и подобном или по вашей просьбе) шифруются и текст, и ответы на вопросы темы, и город. Страна, тема, гражданство и время не шифруются.',
      en: 'Files are always stored encrypted. In protected appeals (about violence, trafficking, detention and the like, or if you ask for it) the words, the answers to the topic’s questions and the city are encrypted too. The country, the topic, the citizenship and times are not.',
    },
    {
      ky: 'Чынын айтабыз: серверди тейлеген адамдар ачкычтарга жете алат. Ошондуктан алардын саны аз болушу керек.',
      ru: 'Скажем честно: те, кто обслуживает сервер, имеют доступ к ключам. Поэтому их круг должен быть узким.',
      en: 'To be honest: the people who run the server can get at the keys. So there must be few of them.',
    },
  ],

  whoTitle: { ky: 'Ким көрөт', ru: 'Кто это видит', en: 'Who sees it' },
  who: [
    {
      ky: 'Кайрылууңузду алган топтун кызматкерлери жана алардын көзөмөлдөөчүсү. Ар бир ачуу журналга жазылат.',
      ru: 'Сотрудники группы, которая получила обращение, и их контролёр. Каждое открытие записывается в журнал.',
      en: 'The staff of the team that has your appeal, and their supervisor. Each time it is opened, this is recorded.',
    },
    {
      ky: 'Корголгон кайрылууну коргоо тобу гана көрөт: аны башка кызматкер издесе да таппайт.',
      ru: 'Защищённое обращение видит только группа защиты: другой сотрудник не найдёт его и поиском.',
      en: 'Only the protection team sees a protected appeal: other staff cannot find it, not even by searching.',
    },
    {
      ky: 'Портал кайрылууңузду башка органга же уюмга өзү жөнөтпөйт.',
      ru: 'Сам портал не пересылает ваше обращение другим органам и организациям.',
      en: 'The portal does not itself pass your appeal on to any other body or organisation.',
    },
    {
      ky: 'Жоопту порталдан гана окууну же жакын адамыңыз аркылуу байланышууну тандасаңыз, бул биз үчүн милдеттүү: сизге эч нерсе жөнөтпөйбүз жана чалбайбыз. Башка учурда катта жаңылык бар экени гана айтылат, мазмуну жазылбайт.',
      ru: 'Если вы решили читать ответ только на портале или выбрали связь через близкого человека, для нас это обязательно: вам мы ничего не отправляем и не звоним. В остальных случаях в письме сказано лишь, что есть новости, без содержания.',
      en: 'If you choose to read the answer on the portal only, or to be reached through someone close to you, we must keep to it: we send you nothing and do not call you. Otherwise an e-mail says only that there is news, never what it is.',
    },
  ],
  thirdParties: (exitHost: string) => ({
    ky: `Порталда жарнама да, кирүүлөрдү санаган эсептегич да, башка сайттардын коду да жок. «Тез чыгуу» баскычы гана башка сайтка алып барат: ${exitHost}.`,
    ru: `На портале нет рекламы, счётчиков посещений и кода других сайтов. На чужой сайт ведёт только кнопка «Быстро уйти с сайта»: ${exitHost}.`,
    en: `There are no advertisements, visit counters or code from other sites on the portal. Only the button “Leave this site quickly” leads to another site: ${exitHost}.`,
  }),
  addresses: {
    ky: 'Интернет дарегиңиз (IP) сакталбайт. Ашыкча суроо-талаптардан коргонуу үчүн ал бир күндүк ачкыч менен таанылгыс кылынып, эс тутумда гана колдонулат.',
    ru: 'Ваш адрес в интернете (IP) не сохраняется. Для защиты от слишком частых запросов он используется только в памяти и в неузнаваемом виде, с ключом на один день.',
    en: 'Your internet (IP) address is not kept. To guard against floods it is used in memory only, made unrecognisable with a key that lasts one day.',
  },

  howLongTitle: { ky: 'Канча убакыт', ru: 'Как долго', en: 'How long' },
  drafts: {
    ky: 'Жөнөтүлбөгөн каралама жана анын файлдары 30 күндөн кийин өчүрүлөт. Жөнөтүлгөнүнөн тилкаттын шифрленген ачкычы жана өлкө гана калат: сөздөрдү жазып алганыңызды ырастаганга чейин.',
    ru: 'Неотправленный черновик и его файлы удаляются через 30 дней. От отправленного остаются только зашифрованные ключ расписки и страна, пока вы не подтвердите, что записали слова.',
    en: 'A draft that is not sent, and its files, are deleted after 30 days. Of one that was sent only the key of its receipt and the country stay, encrypted, until you have proved that you wrote the words down.',
  },
  appeals: { ky: 'Жөнөтүлгөн кайрылуулар', ru: 'Отправленные обращения', en: 'Appeals that were sent' },

  cookiesTitle: { ky: 'Cookie файлдары', ru: 'Файлы cookie', en: 'Cookies' },
  cookiesText: {
    ky: 'Порталдын өзүнүн гана cookie файлдары бар: аларсыз ал иштебейт. Коопсуз туташууда аттары __Host- деп башталат.',
    ru: 'Портал использует только собственные файлы cookie: без них он не работает. При защищённом соединении их имена начинаются с __Host-.',
    en: 'The portal uses only its own cookies: it does not work without them. Over a secure connection their names start with __Host-.',
  },
  cookieUntil: { ky: 'сакталат', ru: 'хранится', en: 'kept' },

  rightsTitle: { ky: 'Укуктарыңыз', ru: 'Ваши права', en: 'Your rights' },
  rights: [
    {
      ky: 'сиз жөнүндө эмне сакталганын суроо жана көчүрмөсүн алуу;',
      ru: 'узнать, что о вас хранится, и получить копию;',
      en: 'ask what is kept about you and get a copy;',
    },
    { ky: 'катаны оңдотуу;', ru: 'потребовать исправить ошибку;', en: 'have a mistake corrected;' },
    {
      ky: 'эми сактоонун кереги жок нерсени өчүртүү;',
      ru: 'потребовать удалить то, что больше не нужно хранить;',
      en: 'have deleted what need not be kept any longer;',
    },
    {
      ky: 'маалыматыңыздын колдонулушуна каршы болуу жана кызматтын жообуна даттануу.',
      ru: 'возразить против использования данных и обжаловать ответ службы.',
      en: 'object to the use of your data and complain about the service’s answer.',
    },
  ],
  howToAsk: {
    ky: 'Кайрылууңузду номери жана жашыруун сөздөрү менен ачып, муну ошол жерге жазыңыз: ошондо маалыматыңызды башка бирөөгө берип албайбыз. Портал жөнүндө жаңы кайрылуу жөнөтсөңүз да болот. Кызматкерлер жашыруун сөздөрүңүздү эч качан сурабайт.',
    ru: 'Откройте своё обращение по номеру и секретным словам и напишите об этом там: так мы не отдадим ваши данные чужому. О портале можно отправить и новое обращение. Сотрудники никогда не спрашивают секретные слова.',
    en: 'Open your appeal with its number and secret words and write there: so we do not give your data to somebody else. You can also send a new appeal about the portal. Our staff never ask for your secret words.',
  },
  authority: {
    ky: 'Жеке маалыматтар боюнча көзөмөл органы',
    ru: 'Орган надзора за персональными данными',
    en: 'Supervisory authority for personal data',
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
      ky: 'форманы башка сайт сиздин атыңыздан жөнөтүп койбошу жана тилкат ушул браузерде гана кайра көрсөтүлүшү үчүн',
      ru: 'чтобы чужой сайт не отправил форму за вас и чтобы расписка снова показывалась только в этом браузере',
      en: 'so that no other site can send a form in your name, and the receipt is shown again only in this browser',
    },
    until: whileOpen,
  },
  {
    name: 'draft',
    why: {
      ky: 'жазып баштаган же код менен ачкан караламаңызды ушул түзмөктөн табуу',
      ru: 'найти на этом устройстве черновик, который вы начали или открыли по коду',
      en: 'to find again on this device the draft that you began here or opened with a code',
    },
    until: {
      ky: 'браузер жабылганча; түзмөктү өзүңүз гана колдонсоңуз — 30 күн',
      ru: 'пока открыт браузер; если устройством пользуетесь только вы — 30 дней',
      en: 'until the browser is closed; 30 days if you say that only you use the device',
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
  {
    name: 'device',
    why: {
      ky: 'кызматкерлер үчүн гана: бөтөн бирөөнүн ката аракеттери аларга тоскоол болбошу үчүн',
      ru: 'только для сотрудников: чтобы чужие неверные попытки входа им не мешали',
      en: 'for staff only: so that wrong tries of others do not hold them up at sign-in',
    },
    until: { ky: '180 күн', ru: '180 дней', en: '180 days' },
  },
]

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof privacyTexts)[] = [
  'notKept',
  'readSources',
  'protected',
  'addresses',
  'drafts',
  'rights',
  'howToAsk',
  'dataProtection',
  'legalBasis',
  'thirdParties',
  'authority',
]

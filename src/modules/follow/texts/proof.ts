import type { Texts } from '#src/kernel/lang.ts'

/** Proof of filing: the paper, and the page where anybody checks it. */
export const proofTexts = {
  link: {
    ky: 'Кайрылганыңызды тастыктаган барак',
    ru: 'Подтверждение, что вы обратились',
    en: 'Proof that you filed an appeal',
  },
  linkHint: {
    ky: 'Иш берүүчүгө, сотко же полицияга көрсөтсө болот. Анда жазганыңыз көрүнбөйт.',
    ru: 'Можно показать работодателю, в суде или полиции. Того, что вы написали, в нём нет.',
    en: 'To show an employer, a court or the police. Nothing of what you wrote is in it.',
  },
  title: {
    ky: 'Кайрылуу берилгендиги тууралуу тастыктама',
    ru: 'Подтверждение подачи обращения',
    en: 'Proof that an appeal was filed',
  },
  received: (service: string) => ({
    ky: `${service} төмөнкү кайрылууну кабыл алды.`,
    ru: `${service}: обращение принято.`,
    en: `${service} has received this appeal.`,
  }),
  number: { ky: 'Номери', ru: 'Номер', en: 'Number' },
  when: { ky: 'Кабыл алынган убактысы', ru: 'Когда принято', en: 'Received' },
  group: { ky: 'Темалар тобу', ru: 'Группа тем', en: 'Topic group' },
  nothingMore: {
    ky: 'Бул тастыктама кайрылуунун мазмунун да, ким кайрылганын да билдирбейт.',
    ru: 'Подтверждение не сообщает ни содержания обращения, ни того, кто обратился.',
    en: 'This proof tells neither what the appeal says nor who filed it.',
  },
  checkHow: {
    ky: 'Тастыктама чыныгы экенин текшерүү үчүн QR-кодду сканерлеңиз же ушул даректи ачыңыз:',
    ru: 'Чтобы проверить подлинность, отсканируйте QR-код или откройте этот адрес:',
    en: 'To check that it is genuine, scan the QR code or open this address:',
  },
  qr: { ky: 'Текшерүү үчүн QR-код', ru: 'QR-код для проверки', en: 'QR code to check it by' },
  asText: { ky: 'Тастыктама текст түрүндө', ru: 'Подтверждение в виде текста', en: 'The proof as text' },
  asTextHint: {
    ky: 'Көчүрүп, билдирүү менен жөнөтсө болот. Аны алган адам текшерүү барагына коёт.',
    ru: 'Его можно скопировать и послать сообщением. Получатель вставит его на странице проверки.',
    en: 'Copy it and send it in a message. Whoever gets it pastes it on the page for checking.',
  },
  withGroup: {
    ky: 'Кайрылуу кайсы темалар тобуна тиешелүү экенин да көрсөтүү',
    ru: 'Указать и группу тем обращения',
    en: 'Name the topic group, too',
  },
  show: { ky: 'Көрсөтүү', ru: 'Показать', en: 'Show' },
  print: { ky: 'Басып чыгаруу', ru: 'Распечатать', en: 'Print' },
  printHint: {
    ky: 'Басып чыгаруу же PDF кылып сактоо үчүн браузердин менюсун ачыңыз.',
    ru: 'Чтобы распечатать или сохранить как PDF, откройте меню браузера.',
    en: 'To print it or save it as PDF, open the browser’s menu.',
  },
  back: { ky: 'Менин кайрылуума', ru: 'К моему обращению', en: 'To my appeal' },
  noKey: {
    ky: 'Азырынча тастыктама бере албайбыз: кызмат аны али даярдай элек. Номериңиз жана тилкатыңыз кайрылганыңызды көрсөтөт.',
    ru: 'Пока мы не можем выдать подтверждение: служба ещё не настроила его. Что вы обратились, видно по номеру и расписке.',
    en: 'We cannot give a proof yet: the service has not set it up. Your number and receipt show that you filed.',
  },

  checkTitle: { ky: 'Тастыктаманы текшерүү', ru: 'Проверить подтверждение', en: 'Check a proof' },
  checkIntro: {
    ky: 'Кайрылуу берилгендиги тууралуу тастыктаманын текстин же QR-коддогу шилтемени ушул жерге коюңуз.',
    ru: 'Вставьте сюда текст подтверждения или ссылку из QR-кода.',
    en: 'Paste the text of the proof here, or the link that its QR code holds.',
  },
  token: { ky: 'Тастыктаманын тексти', ru: 'Текст подтверждения', en: 'Text of the proof' },
  check: { ky: 'Текшерүү', ru: 'Проверить', en: 'Check' },
  genuine: { ky: 'Тастыктама чыныгы', ru: 'Подтверждение подлинное', en: 'The proof is genuine' },
  held: {
    ky: 'Бул кайрылуунун белгиси өзгөртүлбөй турган журналда бар.',
    ru: 'Запись об этом обращении есть в журнале, который нельзя изменить незаметно.',
    en: 'The entry of this appeal is in the log that nobody can change unseen.',
  },
  waiting: {
    ky: 'Бул кайрылуунун белгиси журналга бир мүнөттүн ичинде кошулат.',
    ru: 'Запись об этом обращении войдёт в журнал в течение минуты.',
    en: 'The entry of this appeal joins the log within a minute.',
  },
  missing: {
    ky: 'Көңүл буруңуз: бул кайрылуунун белгиси журналдан табылган жок. Кызматка кабарлаңыз.',
    ru: 'Внимание: записи об этом обращении в журнале нет. Сообщите об этом службе.',
    en: 'Mind: the log has no entry of this appeal. Please tell the service.',
  },
  unreadable: {
    ky: 'Бул тастыктаманын тексти эмес же толук эмес. Аны башынан аягына чейин көчүрүңүз',
    ru: 'Это не текст подтверждения или он неполный. Скопируйте его целиком',
    en: 'This is no text of a proof, or not all of it. Copy it from beginning to end',
  },
  notOurs: {
    ky: 'Бул тастыктаманы биз берген эмеспиз же ал өзгөртүлгөн. Ага ишенбеңиз',
    ru: 'Такого подтверждения мы не выдавали, или его изменили. Не доверяйте ему',
    en: 'We did not give this proof, or it was changed. Do not trust it',
  },
  withdrawn: {
    ky: 'Бул тастыктаманын ачкычы жараксыз деп табылган. Адам кайрылуусунан жаңысын ала алат',
    ru: 'Ключ, которым подписано это подтверждение, отозван. Новое можно получить на странице обращения',
    en: 'The key that signed this proof was withdrawn. The person can take a new one from their appeal',
  },
  keys: {
    ky: 'Ачык ачкычтар (программалар үчүн)',
    ru: 'Открытые ключи (для программ)',
    en: 'Public keys (for programs)',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof proofTexts)[] = [
  'link',
  'title',
  'received',
  'nothingMore',
  'held',
  'waiting',
  'missing',
  'withdrawn',
  'keys',
]

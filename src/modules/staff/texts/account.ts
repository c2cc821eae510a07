import type { Texts } from '#src/kernel/lang.ts'

export const accountTexts = {
  setUpTitle: { ky: 'Аккаунтуңузду даярдаңыз', ru: 'Настройте учётную запись', en: 'Set up your account' },
  setUpIntro: (name: string, email: string) => ({
    ky: `${name}, бул шилтеме ${email} аккаунту үчүн. Ал бир эле жолу иштейт.`,
    ru: `${name}, эта ссылка для учётной записи ${email}. Она сработает один раз.`,
    en: `${name}, this link is for the account ${email}. It works once.`,
  }),
  linkDeadTitle: {
    ky: 'Бул шилтеме эми иштебейт',
    ru: 'Эта ссылка больше не действует',
    en: 'This link no longer works',
  },
  linkDead: {
    ky: 'Шилтеме колдонулган же анын мөөнөтү өткөн. Аккаунтуңуз даяр болсо, кириңиз; болбосо администратордон жаңы шилтеме сураңыз.',
    ru: 'Ссылка уже использована, или её срок истёк. Если учётная запись настроена, войдите; если нет, попросите у администратора новую ссылку.',
    en: 'The link has already been used, or it has expired. If your account is set up, sign in; if not, ask the administrator for a new link.',
  },
  toSignIn: { ky: 'Кирүү барагына', ru: 'На страницу входа', en: 'To the sign-in page' },
  choosePassword: { ky: 'Сырсөз ойлоп табыңыз', ru: 'Придумайте пароль', en: 'Choose a password' },
  passwordHint: {
    ky: 'Кеминде 12 белги. Бир нече сөздөн турган узун сырсөз кыска жана татаал сырсөздөн жакшы.',
    ru: 'Не меньше 12 знаков. Длинный пароль из нескольких слов лучше короткого и сложного.',
    en: 'At least 12 characters. A long password of several words is better than a short complicated one.',
  },
  app: { ky: 'Код берүүчү тиркеме', ru: 'Приложение для кодов', en: 'Authenticator app' },
  appSteps: {
    ky: 'Телефонуңуздагы код берүүчү тиркемени ачып, бул сүрөттү сканерлеңиз. Мындай тиркеме жок болсо, адегенде телефондун тиркемелер дүкөнүнөн орнотуңуз.',
    ru: 'Откройте в телефоне приложение для кодов и отсканируйте этот рисунок. Если такого приложения нет, сначала установите его из магазина телефона.',
    en: 'Open an authenticator app on your phone and scan this picture. If you have none, install one from your phone’s store first.',
  },
  qrLabel: {
    ky: 'Код берүүчү тиркеме үчүн QR-код',
    ru: 'QR-код для приложения',
    en: 'QR code for the authenticator app',
  },
  appOnThisPhone: {
    ky: 'Тиркеме ушул телефондо болсо, ушул жерди басыңыз',
    ru: 'Если приложение на этом же телефоне, нажмите здесь',
    en: 'If the app is on this phone, press here',
  },
  appKey: {
    ky: 'Же бул ачкычты тиркемеге өзүңүз жазыңыз:',
    ru: 'Или введите этот ключ в приложение вручную:',
    en: 'Or type this key into the app:',
  },
  firstCode: {
    ky: 'Тиркеме көрсөткөн код',
    ru: 'Код, который показывает приложение',
    en: 'The code the app shows',
  },
  firstCodeHint: { ky: 'Алты сан', ru: 'Шесть цифр', en: 'Six digits' },
  finishSetUp: { ky: 'Даярдоону бүтүрүү', ru: 'Завершить настройку', en: 'Finish' },

  codesTitle: {
    ky: 'Калыбына келтирүү коддорун сактап алыңыз',
    ru: 'Сохраните коды восстановления',
    en: 'Save your recovery codes',
  },
  codesOnce: {
    ky: 'Бул коддор экинчи жолу көрсөтүлбөйт.',
    ru: 'Эти коды больше не будут показаны.',
    en: 'These codes will not be shown again.',
  },
  codesWhy: {
    ky: 'Телефонуңузду жоготсоңуз, алар менен киресиз: ар бири бир эле жолу жарайт. Аларды басып чыгарып же көчүрүп алып, телефондон бөлөк жерде сактаңыз.',
    ru: 'С ними вы войдёте, если потеряете телефон: каждый действует один раз. Распечатайте или перепишите их и храните отдельно от телефона.',
    en: 'They let you in if you lose your phone: each works once. Print them or copy them down, and keep them apart from the phone.',
  },
  codesKept: { ky: 'Сактап алдым', ru: 'Коды сохранены', en: 'I have saved them' },

  accountTitle: { ky: 'Менин аккаунтум', ru: 'Моя учётная запись', en: 'My account' },
  name: { ky: 'Аты-жөнү', ru: 'Имя', en: 'Name' },
  email: { ky: 'Электрондук почта', ru: 'Электронная почта', en: 'E-mail' },
  role: { ky: 'Ролу', ru: 'Роль', en: 'Role' },
  teams: { ky: 'Топтору', ru: 'Группы', en: 'Teams' },
  noTeams: { ky: 'Эч бир топто эмес', ru: 'Не состоит в группах', en: 'Not in any team' },
  language: { ky: 'Барактардын тили', ru: 'Язык страниц', en: 'Language of the pages' },
  saveLanguage: { ky: 'Тилди сактоо', ru: 'Сохранить язык', en: 'Save the language' },
  security: { ky: 'Кирүүнүн коопсуздугу', ru: 'Безопасность входа', en: 'Sign-in and security' },
  change: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  renew: { ky: 'Жаңылоо', ru: 'Обновить', en: 'Renew' },
  recoveryCodes: { ky: 'Калыбына келтирүү коддору', ru: 'Коды восстановления', en: 'Recovery codes' },
  codesLeft: (left: number) => ({
    ky: `${left} код калды`,
    ru: `Осталось кодов: ${left}`,
    en: `Codes left: ${left}`,
  }),
  isSet: { ky: 'Коюлган', ru: 'Задан', en: 'Set' },
  isConnected: { ky: 'Туташтырылган', ru: 'Подключено', en: 'Connected' },

  passwordTitle: { ky: 'Сырсөздү өзгөртүү', ru: 'Изменить пароль', en: 'Change your password' },
  presentPassword: { ky: 'Азыркы сырсөз', ru: 'Текущий пароль', en: 'Current password' },
  newPassword: { ky: 'Жаңы сырсөз', ru: 'Новый пароль', en: 'New password' },
  othersEnd: {
    ky: 'Башка түзмөктөрдөгү сеанстар жабылат.',
    ru: 'Сеансы на других устройствах завершатся.',
    en: 'Your sessions on other devices will end.',
  },
  savePassword: { ky: 'Сырсөздү сактоо', ru: 'Сохранить пароль', en: 'Save the password' },
  appTitle: { ky: 'Тиркемени алмаштыруу', ru: 'Сменить приложение', en: 'Change your authenticator app' },
  appWhy: {
    ky: 'Жаңы телефонго өткөндө керек. Эски тиркеменин коддору иштебей калат.',
    ru: 'Нужно, когда вы переходите на новый телефон. Коды старого приложения перестанут действовать.',
    en: 'You need this when you move to a new phone. Codes of the old app will stop working.',
  },
  goOn: { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },
  saveApp: { ky: 'Жаңы тиркемени сактоо', ru: 'Сохранить новое приложение', en: 'Save the new app' },
  newCodesTitle: {
    ky: 'Жаңы калыбына келтирүү коддору',
    ru: 'Новые коды восстановления',
    en: 'New recovery codes',
  },
  newCodesWhy: {
    ky: 'Эски коддор иштебей калат.',
    ru: 'Старые коды перестанут действовать.',
    en: 'The old codes will stop working.',
  },
  makeCodes: { ky: 'Жаңы коддорду алуу', ru: 'Получить новые коды', en: 'Get new codes' },

  sessions: { ky: 'Ачык сеанстар', ru: 'Открытые сеансы', en: 'Open sessions' },
  device: { ky: 'Түзмөк', ru: 'Устройство', en: 'Device' },
  unknownDevice: { ky: 'Белгисиз түзмөк', ru: 'Неизвестное устройство', en: 'Unknown device' },
  since: { ky: 'Качан кирген', ru: 'Вход', en: 'Signed in' },
  lastSeen: { ky: 'Акыркы жолу колдонулган', ru: 'Последнее действие', en: 'Last used' },
  thisSession: { ky: 'ушул сеанс', ru: 'этот сеанс', en: 'this one' },
  action: { ky: 'Аракет', ru: 'Действие', en: 'Action' },
  endSession: { ky: 'Жабуу', ru: 'Завершить', en: 'End' },
  endOthers: { ky: 'Башкаларынын баарын жабуу', ru: 'Завершить все остальные', en: 'End all others' },
  endAll: { ky: 'Бардык жерден чыгуу', ru: 'Выйти везде', en: 'Sign out everywhere' },

  doneLanguage: { ky: 'Тил сакталды', ru: 'Язык сохранён', en: 'Language saved' },
  donePassword: { ky: 'Сырсөз өзгөртүлдү', ru: 'Пароль изменён', en: 'Password changed' },
  doneApp: { ky: 'Жаңы тиркеме туташтырылды', ru: 'Новое приложение подключено', en: 'New app connected' },
  doneSessions: { ky: 'Сеанстар жабылды', ru: 'Сеансы завершены', en: 'Sessions ended' },

  passwordShort: {
    ky: 'Сырсөз кеминде 12 белгиден турсун',
    ru: 'Пароль должен быть не короче 12 знаков',
    en: 'The password must have at least 12 characters',
  },
  passwordLong: {
    ky: 'Сырсөз 200 белгиден ашпасын',
    ru: 'Пароль должен быть не длиннее 200 знаков',
    en: 'The password may have at most 200 characters',
  },
  passwordGuessable: {
    ky: 'Бул сырсөздү табуу оңой. Атыңыз, дарегиңиз, катар турган баскычтар же баары билген сөздөр болбосун',
    ru: 'Этот пароль легко подобрать. Не используйте имя, адрес, соседние клавиши и всем известные слова',
    en: 'This password is easy to guess. Do not use your name, your address, neighbouring keys or well-known words',
  },
  passwordWrong: {
    ky: 'Азыркы сырсөз туура эмес. Кайра жазып көрүңүз',
    ru: 'Текущий пароль неверен. Введите его ещё раз',
    en: 'The current password is not right. Enter it again',
  },
  codeWrong: {
    ky: 'Код туура келген жок. Тиркемедеги азыркы кодду жазыңыз жана телефондогу убакыт туура экенин текшериңиз',
    ru: 'Код не подошёл. Введите код, который приложение показывает сейчас, и проверьте время на телефоне',
    en: 'The code did not match. Enter the one the app shows now, and check that the time on your phone is right',
  },
  offerDead: {
    ky: 'Бул барактын мөөнөтү өттү. Кайра баштаңыз',
    ru: 'Эта страница устарела. Начните заново',
    en: 'This page is out of date. Please start again',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof accountTexts)[] = [
  'app',
  'appSteps',
  'recoveryCodes',
  'codesTitle',
  'sessions',
  'endOthers',
  'isConnected',
  'appKey',
  'security',
  'passwordGuessable',
  'codeWrong',
]

import type { Texts } from '#src/kernel/lang.ts'

export const signInTexts = {
  title: { ky: 'Кызматкерлер үчүн кирүү', ru: 'Вход для сотрудников', en: 'Staff sign-in' },
  email: { ky: 'Электрондук почта', ru: 'Электронная почта', en: 'E-mail' },
  password: { ky: 'Сырсөз', ru: 'Пароль', en: 'Password' },
  code: {
    ky: 'Телефондогу тиркеменин коду',
    ru: 'Код из приложения в телефоне',
    en: 'Code from the app on your phone',
  },
  codeHint: {
    ky: 'Алты сан. Ар бир код бир эле жолу жарайт.',
    ru: 'Шесть цифр. Каждый код действует один раз.',
    en: 'Six digits. Each code works once.',
  },
  noPhone: { ky: 'Телефонум жанымда жок', ru: 'Телефона нет под рукой', en: 'I do not have my phone with me' },
  recoveryCode: { ky: 'Калыбына келтирүү коду', ru: 'Код восстановления', en: 'Recovery code' },
  recoveryHint: {
    ky: 'Аккаунтту даярдаганда берилген он коддун бирин жазыңыз. Ар бири бир эле жолу жарайт.',
    ru: 'Введите один из десяти кодов, полученных при настройке. Каждый действует один раз.',
    en: 'Enter one of the ten codes you were given at set-up. Each works once.',
  },
  noCodesEither: {
    ky: 'Коддоруңуз да жок болсо, администраторго кайрылыңыз: ал сизге жаңы шилтеме жөнөтөт.',
    ru: 'Если кодов тоже нет, обратитесь к администратору: он отправит вам новую ссылку.',
    en: 'If you have no codes either, ask the administrator for a new link.',
  },
  signIn: { ky: 'Кирүү', ru: 'Войти', en: 'Sign in' },
  rehearsalHint: {
    ky: 'Машыгуу аккаунттарынын сырсөздөрү портал биринчи жолу иштетилгенде терминалга чыгарылган.',
    ru: 'Пароли учебных учётных записей были напечатаны в терминале при первом запуске портала.',
    en: 'The passwords of the rehearsal accounts were printed in the terminal when the portal first started.',
  },
  ended: {
    ky: 'Коопсуздук үчүн порталдан чыгарылдыңыз. Улантуу үчүн кайра кириңиз.',
    ru: 'Ради безопасности вход закончился. Чтобы продолжить, войдите снова.',
    en: 'For safety you were signed out. Sign in again to go on.',
  },
  endedKept: {
    ky: 'Жазганыңыз сакталды: өзүңүз кайра киргенде ал көрсөтүлөт. Башка аккаунт аны көрбөйт.',
    ru: 'То, что вы написали, сохранено и появится, когда вы войдёте снова. Под другой учётной записью его не видно.',
    en: 'What you wrote is kept and will appear when you sign in again. Nobody sees it under another account.',
  },
  signedInAgain: { ky: 'Сиз кайра кирдиңиз.', ru: 'Вы снова вошли.', en: 'You are signed in again.' },
  keptTitle: {
    ky: 'Жазганыңыз жөнөтүлө элек',
    ru: 'Написанное ещё не отправлено',
    en: 'What you wrote is not sent yet',
  },
  keptBody: {
    ky: 'Порталдан чыгарылганда муну жазып жаткансыз. Окуп, керек болсо оңдоп, жөнөтүңүз.',
    ru: 'Это вы писали, когда вход закончился. Прочитайте, если нужно, исправьте и отправьте.',
    en: 'You were writing this when you were signed out. Read it, change it if needed, and send it.',
  },
  whatYouWrote: { ky: 'Сиз жазган текст', ru: 'Что вы написали', en: 'What you wrote' },
  sendKept: { ky: 'Жөнөтүү', ru: 'Отправить', en: 'Send' },
  leaveKept: {
    ky: 'Жөнөтпөй, башкы бетке өтүү',
    ru: 'Не отправлять, перейти на главную',
    en: 'Do not send it, go to the start',
  },
  emailNeeded: {
    ky: 'Электрондук почтаңызды жазыңыз',
    ru: 'Введите адрес электронной почты',
    en: 'Enter your e-mail address',
  },
  passwordNeeded: { ky: 'Сырсөзүңүздү жазыңыз', ru: 'Введите пароль', en: 'Enter your password' },
  codeNeeded: {
    ky: 'Тиркемедеги кодду же калыбына келтирүү кодун жазыңыз',
    ru: 'Введите код из приложения или код восстановления',
    en: 'Enter the code from your app or a recovery code',
  },
  signInWrong: {
    ky: 'Дарек, сырсөз же код туура эмес. Текшерип, кайра аракет кылыңыз. Удаа бир нече жолу жаңылсаңыз, кирүү 15 мүнөткө чейин токтошу мүмкүн.',
    ru: 'Адрес, пароль или код не подходят. Проверьте их и попробуйте ещё раз. После нескольких ошибок подряд вход может приостановиться на время до 15 минут.',
    en: 'The address, the password or the code is not right. Check them and try again. After several mistakes in a row, signing in may pause for up to 15 minutes.',
  },
  signInTooEarly: {
    ky: 'Өтө көп жолу туура эмес жазылды. Бир аз, эң көп дегенде 15 мүнөт күтүп, кайра аракет кылыңыз.',
    ru: 'Слишком много неверных попыток. Подождите немного, не больше 15 минут, и попробуйте снова.',
    en: 'Too many wrong tries. Wait a little, 15 minutes at most, and try again.',
  },
  busy: {
    ky: 'Портал азыр бош эмес. Жарым мүнөттөн кийин кайра басыңыз.',
    ru: 'Портал сейчас перегружен. Нажмите ещё раз через полминуты.',
    en: 'The portal is busy right now. Press again in half a minute.',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof signInTexts)[] = [
  'recoveryCode',
  'rehearsalHint',
  'title',
  'code',
  'ended',
  'keptBody',
  'signInWrong',
]

import type { Texts } from '#src/kernel/lang.ts'

export const peopleTexts = {
  title: { ky: 'Кызматкерлер', ru: 'Сотрудники', en: 'Staff' },
  invite: { ky: 'Кызматкерди чакыруу', ru: 'Пригласить сотрудника', en: 'Invite a colleague' },
  name: { ky: 'Аты-жөнү', ru: 'Имя', en: 'Name' },
  nameHint: {
    ky: 'Кесиптештери кандай атаса, ошондой',
    ru: 'Так, как к человеку обращаются коллеги',
    en: 'As colleagues call the person',
  },
  email: { ky: 'Электрондук почта', ru: 'Электронная почта', en: 'E-mail' },
  role: { ky: 'Ролу', ru: 'Роль', en: 'Role' },
  language: { ky: 'Барактардын тили', ru: 'Язык страниц', en: 'Language of the pages' },
  teams: { ky: 'Топтору', ru: 'Группы', en: 'Teams' },
  teamsHint: {
    ky: 'Кызматкер өз топторунун кайрылууларын көрөт. Коргоо тобуна анын мүчөсү кийин кошот',
    ru: 'Сотрудник видит обращения своих групп. В группу защиты его позже добавит её участник',
    en: 'A colleague sees the appeals of their teams. A member of the protection team can add them to it later',
  },
  state: { ky: 'Абалы', ru: 'Состояние', en: 'State' },
  invited: { ky: 'Чакырылган', ru: 'Ждёт настройки', en: 'Invited' },
  active: { ky: 'Иштейт', ru: 'Действует', en: 'Active' },
  disabled: { ky: 'Өчүрүлгөн', ru: 'Отключена', en: 'Disabled' },
  lastSignIn: { ky: 'Акыркы кирүү', ru: 'Последний вход', en: 'Last sign-in' },
  never: { ky: 'али кире элек', ru: 'ещё не было', en: 'not yet' },
  sendInvite: { ky: 'Чакыруу жөнөтүү', ru: 'Отправить приглашение', en: 'Send the invitation' },
  makeInvite: { ky: 'Чакыруу түзүү', ru: 'Создать приглашение', en: 'Make the invitation' },
  mailOff: {
    ky: 'Почта азырынча орнотулган эмес: шилтеме сизге бир жолу көрсөтүлөт, аны өзүңүз бересиз.',
    ru: 'Почта пока не настроена: ссылка будет показана вам один раз, передайте её сами.',
    en: 'Mail is not set up yet: the link will be shown to you once, to hand over yourself.',
  },
  linkTitle: { ky: 'Шилтемени кызматкерге бериңиз', ru: 'Передайте ссылку сотруднику', en: 'Hand over this link' },
  linkOnce: {
    ky: 'Шилтеме экинчи жолу көрсөтүлбөйт. Аны ким ачса, ошол аккаунттун ээси болот: колуна же ишенимдүү жол менен бериңиз.',
    ru: 'Ссылка больше не будет показана. Кто её откроет, тот и получит учётную запись: передайте её лично или надёжным способом.',
    en: 'The link will not be shown again. Whoever opens it gets the account: hand it over in person or by a way you trust.',
  },
  backToPeople: { ky: 'Кызматкерлердин тизмесине', ru: 'К списку сотрудников', en: 'Back to the list of staff' },
  details: { ky: 'Маалыматы', ru: 'Данные', en: 'Details' },
  save: { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  disableSummary: { ky: 'Аккаунтту өчүрүү', ru: 'Отключить учётную запись', en: 'Disable the account' },
  disableWhy: {
    ky: 'Кызматкер ошол замат чыгарылат жана мындан ары кире албайт. Анын аты тарыхта калат.',
    ru: 'Все сеансы сотрудника завершатся, и войти он больше не сможет. Имя останется в истории.',
    en: 'The person is signed out at once and can no longer sign in. The name stays in the history.',
  },
  disable: { ky: 'Өчүрүү', ru: 'Отключить', en: 'Disable' },
  resetSummary: { ky: 'Кирүүнү жаңыртуу', ru: 'Сбросить вход', en: 'Reset the sign-in' },
  resetWhy: {
    ky: 'Сырсөз, тиркеме жана калыбына келтирүү коддору жокко чыгарылып, жаңы шилтеме берилет. Телефон же сырсөз жоголгондо керек. Кызматкер коргоо тобунан чыгарылат: аны кайра анын мүчөсү гана кошо алат.',
    ru: 'Пароль, приложение и коды восстановления будут отменены, и будет выдана новая ссылка. Нужно, если потерян телефон или пароль. Из группы защиты сотрудник выйдет: вернуть его туда может только её участник.',
    en: 'The password, the app and the recovery codes are cancelled and a new link is made. For a lost phone or password. The person leaves the protection team: only one of its members can let them in again.',
  },
  reset: { ky: 'Жаңыртуу', ru: 'Сбросить', en: 'Reset' },
  againSummary: { ky: 'Чакырууну кайра жөнөтүү', ru: 'Пригласить ещё раз', en: 'Invite again' },
  againWhy: {
    ky: 'Жаңы шилтеме берилет, мурункусу иштебей калат.',
    ru: 'Будет выдана новая ссылка, прежняя перестанет действовать.',
    en: 'A new link is made; the previous one stops working.',
  },
  again: { ky: 'Кайра чакыруу', ru: 'Пригласить ещё раз', en: 'Invite again' },
  enableSummary: { ky: 'Аккаунтту кайра ачуу', ru: 'Открыть учётную запись снова', en: 'Open the account again' },
  enableWhy: {
    ky: 'Кызматкерге жаңы шилтеме берилет: сырсөздү жана тиркемени кайра коёт. Коргоо тобуна кайра кирбейт: аны анын мүчөсү гана кошо алат.',
    ru: 'Сотруднику будет выдана новая ссылка: он заново задаст пароль и приложение. В группу защиты он не вернётся: добавить его может только её участник.',
    en: 'The person gets a new link to set a password and an app again. They are not back in the protection team: only one of its members can let them in.',
  },
  enable: { ky: 'Кайра ачуу', ru: 'Открыть снова', en: 'Open again' },

  doneInvited: { ky: 'Чакыруу жөнөтүлдү', ru: 'Приглашение отправлено', en: 'Invitation sent' },
  doneSent: { ky: 'Шилтеме жөнөтүлдү', ru: 'Ссылка отправлена', en: 'Link sent' },
  doneSaved: { ky: 'Сакталды', ru: 'Сохранено', en: 'Saved' },
  doneDisabled: { ky: 'Аккаунт өчүрүлдү', ru: 'Учётная запись отключена', en: 'Account disabled' },

  nameNeeded: { ky: 'Аты-жөнүн жазыңыз', ru: 'Введите имя', en: 'Enter the name' },
  emailWrong: {
    ky: 'Электрондук почтаны name@example.kg түрүндө жазыңыз',
    ru: 'Введите адрес в виде name@example.kg',
    en: 'Enter an address such as name@example.kg',
  },
  roleNeeded: { ky: 'Ролун тандаңыз', ru: 'Выберите роль', en: 'Choose a role' },
  languageNeeded: { ky: 'Тилди тандаңыз', ru: 'Выберите язык', en: 'Choose a language' },
  teamsWrong: { ky: 'Топту тизмеден тандаңыз', ru: 'Выберите группы из списка', en: 'Choose teams from the list' },
  teamsNotForRole: {
    ky: 'Бул рол кайрылууларды окуй албайт. Топторду алып салыңыз же башка рол тандаңыз',
    ru: 'Эта роль не даёт читать обращения. Снимите отметки с групп или выберите другую роль',
    en: 'This role may not read appeals. Clear the teams or choose another role',
  },
  emailTaken: {
    ky: 'Бул дарек менен аккаунт бар. Аны тизмеден табыңыз же башка дарек жазыңыз',
    ru: 'С этим адресом уже есть учётная запись. Найдите её в списке или введите другой адрес',
    en: 'There is already an account with this address. Find it in the list or enter another address',
  },
  lastAdministrator: {
    ky: 'Бул акыркы администратор. Адегенде башкасын дайындаңыз',
    ru: 'Это последний администратор. Сначала назначьте другого',
    en: 'This is the last administrator. Appoint another one first',
  },
  noSuchAccount: {
    ky: 'Мындай аккаунт жок. Тизмеге кайтыңыз',
    ru: 'Такой учётной записи нет. Вернитесь к списку',
    en: 'There is no such account. Go back to the list',
  },
  rightsGone: {
    ky: 'Сиз азыр администратор эмессиз. Эч нерсе өзгөргөн жок',
    ru: 'Вы больше не администратор. Ничего не изменено',
    en: 'You are no longer an administrator. Nothing was changed',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof peopleTexts)[] = ['resetSummary', 'reset', 'resetWhy', 'role']

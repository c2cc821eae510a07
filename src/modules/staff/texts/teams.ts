import type { Texts } from '#src/kernel/lang.ts'

export const teamsTexts = {
  title: { ky: 'Топтор', ru: 'Группы', en: 'Teams' },
  intro: {
    ky: 'Ар бир кайрылуу бир топко түшөт. Тема жана тил боюнча кайсы топко түшөрүн багыттоо аныктайт.',
    ru: 'Каждое обращение попадает в одну группу. В какую именно, определяет маршрутизация: по теме и языку.',
    en: 'Every appeal goes to one team. Routing decides which, by topic and language.',
  },
  newTeam: { ky: 'Жаңы топ', ru: 'Новая группа', en: 'New team' },
  makeTeam: { ky: 'Топту түзүү', ru: 'Создать группу', en: 'Make the team' },
  team: { ky: 'Топ', ru: 'Группа', en: 'Team' },
  nameKy: { ky: 'Кыргызча аталышы', ru: 'Название по-кыргызски', en: 'Name in Kyrgyz' },
  nameRu: { ky: 'Орусча аталышы', ru: 'Название по-русски', en: 'Name in Russian' },
  nameEn: { ky: 'Англисче аталышы', ru: 'Название по-английски', en: 'Name in English' },
  languages: { ky: 'Топтун тилдери', ru: 'Языки группы', en: 'Languages of the team' },
  kind: { ky: 'Топтун түрү', ru: 'Вид группы', en: 'Kind of team' },
  kindFixed: {
    ky: 'Кийин өзгөртүүгө болбойт',
    ru: 'Потом изменить нельзя',
    en: 'Cannot be changed later',
  },
  ordinary: { ky: 'Кадимки', ru: 'Обычная', en: 'Ordinary' },
  protection: { ky: 'Коргоо', ru: 'Защита', en: 'Protection' },
  protectionHint: {
    ky: 'Анын мүчөлөрү гана корголгон кайрылууларды көрөт',
    ru: 'Только её участники видят защищённые обращения',
    en: 'Only its members see protected appeals',
  },
  aboutTeam: { ky: 'Топтун маалыматы', ru: 'О группе', en: 'About the team' },
  members: { ky: 'Мүчөлөрү', ru: 'Участники', en: 'Members' },
  noMembers: { ky: 'Азырынча эч ким жок', ru: 'Пока никого нет', en: 'Nobody yet' },
  noMembersWarning: {
    ky: 'Бул топто эч ким жок: анын кайрылууларын эч ким көрбөйт',
    ru: 'В этой группе никого нет: её обращения никто не увидит',
    en: 'Nobody is in this team: no one will see its appeals',
  },
  addMember: { ky: 'Мүчө кошуу', ru: 'Добавить участника', en: 'Add a member' },
  person: { ky: 'Кызматкер', ru: 'Сотрудник', en: 'Colleague' },
  role: { ky: 'Ролу', ru: 'Роль', en: 'Role' },
  choose: { ky: 'Тандаңыз', ru: 'Выберите', en: 'Choose' },
  add: { ky: 'Кошуу', ru: 'Добавить', en: 'Add' },
  remove: { ky: 'Алып салуу', ru: 'Убрать', en: 'Remove' },
  state: { ky: 'Абалы', ru: 'Состояние', en: 'State' },
  open: { ky: 'Ачык', ru: 'Открыта', en: 'Open' },
  closed: { ky: 'Жабык', ru: 'Закрыта', en: 'Closed' },
  closedHint: {
    ky: 'Жабык топко жаңы кайрылуулар берилбейт, мүчөлөрү анын кайрылууларын көрбөйт. Чала элек адамдарына башка топ чалат',
    ru: 'Закрытая группа не получает новых обращений, а её участники не видят прежних. Кому она не успела позвонить, позвонит другая группа',
    en: 'A closed team gets no new appeals, and its members do not see those it had. Whom it still had to call, another team calls',
  },
  save: { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  action: { ky: 'Аракет', ru: 'Действие', en: 'Action' },
  backToTeams: { ky: 'Топтордун тизмесине', ru: 'К списку групп', en: 'Back to the list of teams' },

  doneMade: { ky: 'Топ түзүлдү', ru: 'Группа создана', en: 'Team made' },
  doneSaved: { ky: 'Сакталды', ru: 'Сохранено', en: 'Saved' },

  nameNeeded: {
    ky: 'Топтун аталышын бул тилде жазыңыз',
    ru: 'Введите название группы на этом языке',
    en: 'Enter the name of the team in this language',
  },
  languageNeeded: {
    ky: 'Жок дегенде бир тилди тандаңыз',
    ru: 'Выберите хотя бы один язык',
    en: 'Choose at least one language',
  },
  kindNeeded: { ky: 'Топтун түрүн тандаңыз', ru: 'Выберите вид группы', en: 'Choose the kind of team' },
  personNeeded: { ky: 'Кызматкерди тандаңыз', ru: 'Выберите сотрудника', en: 'Choose a colleague' },
  noSuchTeam: {
    ky: 'Мындай топ жок. Башкасын тандаңыз',
    ru: 'Такой группы нет. Выберите другую',
    en: 'There is no such team. Choose another',
  },
  teamNeeded: {
    ky: 'Бул топту жабууга болбойт: ансыз кайрылуулар эч кимге түшпөйт',
    ru: 'Эту группу закрыть нельзя: без неё обращения ни к кому не попадут',
    en: 'This team cannot be closed: without it appeals would reach nobody',
  },
  teamHasWork: (count: number) => ({
    ky: `Бул топто ачык кайрылуулар бар: ${count}. Адегенде аларды башка топко бериңиз`,
    ru: `У этой группы есть открытые обращения: ${count}. Сначала передайте их другой группе`,
    en: `This team has open appeals: ${count}. Hand them to another team first`,
  }),
  teamHasWorkUntold: {
    ky: 'Бул топто ачык кайрылуулар бар. Адегенде аларды башка топко бериңиз',
    ru: 'У этой группы есть открытые обращения. Сначала передайте их другой группе',
    en: 'This team has open appeals. Hand them to another team first',
  },
  noSuchAccount: {
    ky: 'Мындай иштеп турган аккаунт жок. Башкасын тандаңыз',
    ru: 'Такой действующей учётной записи нет. Выберите другую',
    en: 'There is no such active account. Choose another',
  },
  roleReadsNothing: {
    ky: 'Бул кызматкердин ролу кайрылууларды окууга укук бербейт. Башкасын тандаңыз',
    ru: 'Роль этого сотрудника не даёт права читать обращения. Выберите другого',
    en: 'This colleague’s role may not read appeals. Choose another',
  },
  roleWorksNot: {
    ky: 'Бул кызматкердин ролу кайрылуулар менен иштөөгө укук бербейт. Башкасын тандаңыз',
    ru: 'Роль этого сотрудника не даёт права работать с обращениями. Выберите другого',
    en: 'This colleague’s role may not work on appeals. Choose another',
  },
  notSetUp: {
    ky: 'Бул кызматкер аккаунтун даярдап бүтө элек. Аны кийин кошуңуз',
    ru: 'Этот сотрудник ещё не настроил вход. Добавьте его позже',
    en: 'This colleague has not set up the sign-in yet. Add them later',
  },
  protectorsOnly: {
    ky: 'Коргоо тобуна анын мүчөсү гана кызматкер кошо алат: ошондон сураныңыз',
    ru: 'Добавить в группу защиты может только её участник: попросите его',
    en: 'Only a member of the protection team can add somebody to it: ask one of them',
  },
  firstProtector: {
    ky: 'Биринчи мүчөсүн сервердин администратору кошот:',
    ru: 'Первого участника добавляет администратор сервера командой:',
    en: 'The first member is added by the server’s administrator with the command:',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof teamsTexts)[] = ['closedHint', 'teamNeeded', 'firstProtector']

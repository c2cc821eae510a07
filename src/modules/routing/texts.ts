import type { Text, Texts } from '#src/kernel/lang.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { OwnReason } from './rules.ts'

export const routingTexts = {
  title: { ky: 'Багыттоо', ru: 'Маршрутизация', en: 'Routing' },
  intro: {
    ky: 'Кайсы тема кайсы органга сунушталат жана кайрылууну кайсы топ алат. Өзгөртүү жаңы кайрылууларга гана тиешелүү.',
    ru: 'Какому органу предлагается тема и какая группа получает обращение. Изменения касаются только новых обращений.',
    en: 'Which body a topic is suggested to and which team takes the appeal. Changes apply to new appeals only.',
  },
  bodies: { ky: 'Темалар жана органдар', ru: 'Темы и органы', en: 'Topics and bodies' },
  teams: { ky: 'Тилдер жана топтор', ru: 'Языки и группы', en: 'Languages and teams' },
  history: { ky: 'Өзгөртүүлөрдүн тарыхы', ru: 'История изменений', en: 'History of changes' },
  noHistory: {
    ky: 'Азырынча эч нерсе өзгөртүлгөн эмес.',
    ru: 'Пока ничего не изменяли.',
    en: 'Nothing has been changed yet.',
  },

  topic: { ky: 'Тема', ru: 'Тема', en: 'Topic' },
  topicGroup: { ky: 'Темалар тобу', ru: 'Группа тем', en: 'Topic group' },
  country: { ky: 'Өлкө', ru: 'Страна', en: 'Country' },
  body: { ky: 'Орган', ru: 'Орган', en: 'Body' },
  team: { ky: 'Топ', ru: 'Группа', en: 'Team' },
  language: { ky: 'Тил', ru: 'Язык', en: 'Language' },
  reason: { ky: 'Себеби', ru: 'Причина', en: 'Reason' },
  when: { ky: 'Качан, ким', ru: 'Когда, кто', en: 'When, who' },
  what: { ky: 'Эмне', ru: 'Что', en: 'What' },
  wasAndIs: { ky: 'Мурда → азыр', ru: 'Было → стало', en: 'Before → after' },
  act: { ky: 'Аракет', ru: 'Действие', en: 'Action' },

  anyCountry: { ky: 'Калган бардык өлкөлөр', ru: 'Все остальные страны', en: 'All other countries' },
  anyGroup: { ky: 'Калган бардык темалар', ru: 'Все остальные темы', en: 'All other topics' },
  allGroups: { ky: 'Темалардын бардык топтору', ru: 'Все группы тем', en: 'All topic groups' },
  allBodies: { ky: 'Бардык органдар', ru: 'Все органы', en: 'All bodies' },
  noRow: { ky: 'Өзүнчө сап жок', ru: 'Отдельной строки нет', en: 'No row of its own' },
  noRowAtAll: {
    ky: 'Сап жок: кайрылуу кабыл алуу тобуна белги менен түшөт',
    ru: 'Строки нет: обращение попадёт в группу приёма с отметкой',
    en: 'No row: the appeal goes to the intake team, flagged',
  },
  noMission: {
    ky: 'Бул өлкөдө Кыргызстандын мекемеси жок: кызматтын өзүнө',
    ru: 'В этой стране нет загранучреждения: в саму службу',
    en: 'There is no mission in this country: to the service itself',
  },
  changedByStaff: { ky: 'Кызматкер өзгөрткөн', ru: 'Изменено сотрудником', en: 'Changed by staff' },
  byCatalogue: { ky: 'каталогдон', ru: 'из каталога', en: 'from the catalogue' },

  filter: { ky: 'Көрсөтүү', ru: 'Показать', en: 'Show' },
  nothingFound: { ky: 'Мындай саптар жок.', ru: 'Таких строк нет.', en: 'There are no such rows.' },
  change: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  addCountry: { ky: 'Өлкө үчүн өзүнчө сап', ru: 'Отдельная строка для страны', en: 'A row for one country' },
  addGroup: {
    ky: 'Темалар тобу үчүн өзүнчө сап',
    ru: 'Отдельная строка для группы тем',
    en: 'A row for one topic group',
  },
  choose: { ky: 'Тандаңыз', ru: 'Выберите', en: 'Choose' },
  go: { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },
  now: { ky: 'Азыр', ru: 'Сейчас', en: 'Now' },
  takeOut: {
    ky: 'Өзүнчө сапты алып салуу: жалпы сап колдонулат',
    ru: 'Убрать отдельную строку: действует общая',
    en: 'Remove the row: the general one applies',
  },
  takeOutAll: {
    ky: 'Орган сунушталбайт: кабыл алуу тобуна белги менен',
    ru: 'Орган не предлагается: в группу приёма с отметкой',
    en: 'No body is suggested: to the intake team, flagged',
  },
  reasonHint: {
    ky: 'Тарыхта калат. Адамдардын атын да, кайрылуунун мазмунун да жазбаңыз.',
    ru: 'Останется в истории. Не пишите имён и содержания обращений.',
    en: 'Stays in the history. Do not write people’s names or anything from appeals.',
  },
  save: { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  saved: { ky: 'Багыттоо өзгөртүлдү', ru: 'Маршрутизация изменена', en: 'Routing has been changed' },
  undo: { ky: 'Артка кайтаруу', ru: 'Отменить', en: 'Undo' },
  undoTitle: { ky: 'Өзгөртүүнү артка кайтаруу', ru: 'Отмена изменения', en: 'Undo a change' },

  reasonNeeded: {
    ky: 'Себебин жазыңыз: 5тен 500 белгиге чейин',
    ru: 'Укажите причину: от 5 до 500 знаков',
    en: 'Give the reason: 5 to 500 characters',
  },
  choiceNeeded: { ky: 'Тизмеден тандаңыз', ru: 'Выберите из списка', en: 'Choose from the list' },
  noSuchChoice: {
    ky: 'Мындай вариант жок. Барак эскирип калган болушу мүмкүн: кайра ачып көрүңүз',
    ru: 'Такого варианта нет. Возможно, страница устарела: откройте её заново',
    en: 'There is no such choice. The page may be out of date: open it again',
  },
  changedMeanwhile: {
    ky: 'Бул сапты ушул учурда башка кызматкер өзгөрттү. Азыркы абалын төмөндөн көрүп, кайра чечиңиз',
    ru: 'Эту строку тем временем изменил другой сотрудник. Посмотрите ниже, как сейчас, и решите заново',
    en: 'Somebody else has changed this row in the meantime. See below how it stands now and decide again',
  },
  lastRow: {
    ky: 'Ар бир тилдин жалпы тобу болушу керек. Аны башка топко алмаштырыңыз',
    ru: 'У каждого языка должна быть общая группа. Замените её другой',
    en: 'Every language needs a general team. Choose another one instead',
  },
} as const satisfies Texts

export const languageNames: Readonly<Record<'ky' | 'ru' | 'en', Text>> = {
  ky: { ky: 'Кыргызча', ru: 'Кыргызский', en: 'Kyrgyz' },
  ru: { ky: 'Орусча', ru: 'Русский', en: 'Russian' },
  en: { ky: 'Англисче', ru: 'Английский', en: 'English' },
}

const ownReasons: Readonly<Record<OwnReason, Text>> = {
  changedByStaff: routingTexts.changedByStaff,
  noRow: routingTexts.noRowAtAll,
  noMission: routingTexts.noMission,
}

/** Why `routeAppeal` suggests a body, in words. */
export const routeReason = (law: Pick<Catalogue, 'routingReasons'>, reason: string): Text =>
  new Map<string, Text>(Object.entries(ownReasons)).get(reason) ??
  law.routingReasons.find(({ id }) => id === reason)?.name ??
  routingTexts.changedByStaff

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof routingTexts)[] = [
  'title',
  'noRow',
  'noRowAtAll',
  'takeOut',
  'takeOutAll',
  'noMission',
]

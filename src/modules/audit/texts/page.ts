import type { Text, Texts } from '#src/kernel/lang.ts'
import type { Actor } from '../rules/entry.ts'

export const auditTexts = {
  title: { ky: 'Аракеттердин журналы', ru: 'Журнал действий', en: 'Audit log' },
  lede: {
    ky: 'Ким, качан, эмнени кылды. Кайрылуулардын мазмуну бул жерде эч качан көрсөтүлбөйт.',
    ru: 'Кто, когда и что сделал. Содержание обращений здесь никогда не показывается.',
    en: 'Who did what and when. The contents of appeals are never shown here.',
  },
  when: { ky: 'Качан (Бишкек)', ru: 'Когда (Бишкек)', en: 'When (Bishkek)' },
  who: { ky: 'Ким', ru: 'Кто', en: 'Who' },
  what: { ky: 'Эмне кылды', ru: 'Что сделано', en: 'What' },
  on: { ky: 'Эмнеге карата', ru: 'С чем', en: 'On what' },
  fields: { ky: 'Талаалар', ru: 'Поля', en: 'Fields' },
  filters: { ky: 'Чыпкалар', ru: 'Отбор', en: 'Filters' },
  anyActor: { ky: 'Баары', ru: 'Все', en: 'Everyone' },
  actorId: { ky: 'Аракетти жасагандын номери', ru: 'Номер того, кто действовал', en: 'Number of whoever did it' },
  anyWhat: { ky: 'Баары', ru: 'Все действия', en: 'Everything' },
  apply: { ky: 'Көрсөтүү', ru: 'Показать', en: 'Show' },
  clear: { ky: 'Чыпкаларды алып салуу', ru: 'Сбросить отбор', en: 'Clear filters' },
  nothing: { ky: 'Мындай аракет болгон эмес.', ru: 'Таких действий не было.', en: 'There were no such actions.' },
  newest: { ky: 'Эң жаңылары', ru: 'Самые новые', en: 'Newest' },
  older: { ky: 'Мурдагылары', ru: 'Более ранние', en: 'Older' },
  checkpoint: { ky: 'Акыркы кол коюлган белги', ru: 'Последняя подписанная отметка', en: 'Last signed checkpoint' },
  noCheckpoint: { ky: 'Азырынча жок', ru: 'Пока нет', en: 'None yet' },
  checkpointHow: {
    ky: 'Бул белгини порталдан тышкары сактаңыз. mekendesh audit verify --checkpoint буйругу журналдын ошондон бери өзгөрбөгөнүн текшерет. Төмөнкү ачкыч менен кол тамганы каалаган адам текшере алат.',
    ru: 'Храните эту отметку вне портала. Команда mekendesh audit verify --checkpoint проверяет по ней, что журнал с тех пор не меняли. Ключом ниже подпись может проверить любой.',
    en: 'Keep this checkpoint outside the portal. The command mekendesh audit verify --checkpoint uses it to show that the log has not been changed since then. With the key below anyone can check the signature.',
  },
} satisfies Texts

export const actorKindNames = {
  public: { ky: 'Белгисиз адам', ru: 'Неизвестный человек', en: 'Unknown person' },
  person: { ky: 'Кайрылуучу', ru: 'Заявитель', en: 'The person' },
  staff: { ky: 'Кызматкер', ru: 'Сотрудник', en: 'Staff' },
  system: { ky: 'Портал', ru: 'Портал', en: 'The portal' },
} satisfies Record<Actor['kind'], Text>

/** What an act or its object is about: the first part of its name. */
export const thingNames: Readonly<Record<string, Text>> = {
  appeal: { ky: 'Кайрылуу', ru: 'Обращение', en: 'Appeal' },
  staff: { ky: 'Кызматкер', ru: 'Сотрудник', en: 'Staff' },
  team: { ky: 'Топ', ru: 'Группа', en: 'Team' },
  duty: { ky: 'Нөөмөт', ru: 'Дежурство', en: 'Duty' },
  routing: { ky: 'Багыттоо', ru: 'Маршрутизация', en: 'Routing' },
  calendar: { ky: 'Календарь', ru: 'Календарь', en: 'Calendar' },
  notice: { ky: 'Билдирме', ru: 'Уведомление', en: 'Notice' },
  job: { ky: 'Тапшырма', ru: 'Задание', en: 'Job' },
  notices: { ky: 'Билдирмелер', ru: 'Уведомления', en: 'Notices' },
  file: { ky: 'Файл', ru: 'Файл', en: 'File' },
  person: { ky: 'Адам', ru: 'Человек', en: 'Person' },
  contact: { ky: 'Байланыш маалыматы', ru: 'Контакт', en: 'Contact' },
  keys: { ky: 'Ачкычтар', ru: 'Ключи', en: 'Keys' },
}
export const kyUncertain: readonly (keyof typeof auditTexts)[] = ['checkpoint', 'checkpointHow', 'on']

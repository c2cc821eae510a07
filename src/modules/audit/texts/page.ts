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
  on: { ky: 'Эмнеге', ru: 'С чем', en: 'On what' },
  fields: { ky: 'Талаалар', ru: 'Поля', en: 'Fields' },
  filters: { ky: 'Тандоо', ru: 'Отбор', en: 'Filter' },
  anyActor: { ky: 'Баары', ru: 'Все', en: 'Everyone' },
  actorId: { ky: 'Кимдин номери', ru: 'Номер участника', en: 'Id of who did it' },
  anyWhat: { ky: 'Баары', ru: 'Все действия', en: 'Everything' },
  apply: { ky: 'Көрсөтүү', ru: 'Показать', en: 'Show' },
  clear: { ky: 'Тандоону алып салуу', ru: 'Сбросить отбор', en: 'Clear the filter' },
  nothing: { ky: 'Мындай аракет болгон эмес.', ru: 'Таких действий не было.', en: 'There were no such acts.' },
  newest: { ky: 'Эң жаңылары', ru: 'Самые новые', en: 'Newest' },
  older: { ky: 'Эскирээктери', ru: 'Более ранние', en: 'Older' },
  checkpoint: { ky: 'Акыркы кол коюлган белги', ru: 'Последняя подписанная отметка', en: 'Last signed checkpoint' },
  noCheckpoint: { ky: 'Азырынча жок', ru: 'Пока нет', en: 'None yet' },
  checkpointHow: {
    ky: 'Бул белгини порталдан тышкары сактаңыз. mekendesh audit verify --checkpoint буйругу журналдын ошондон бери өзгөрбөгөнүн текшерет. Төмөнкү ачкыч менен кол тамганы каалаган адам текшере алат.',
    ru: 'Храните эту отметку вне портала. Команда mekendesh audit verify --checkpoint проверяет по ней, что журнал с тех пор не меняли. Ключом ниже подпись может проверить любой.',
    en: 'Keep this checkpoint outside the portal. The command mekendesh audit verify --checkpoint shows by it that the log was not changed since. With the key below anyone can check the signature.',
  },
} satisfies Texts

export const actorKindNames = {
  public: { ky: 'Белгисиз бирөө', ru: 'Кто-то неизвестный', en: 'Somebody unknown' },
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
  notices: { ky: 'Билдирмелер', ru: 'Уведомления', en: 'Notices' },
  file: { ky: 'Файл', ru: 'Файл', en: 'File' },
  person: { ky: 'Адам', ru: 'Человек', en: 'Person' },
  contact: { ky: 'Байланыш', ru: 'Контакт', en: 'Contact' },
  keys: { ky: 'Ачкычтар', ru: 'Ключи', en: 'Keys' },
}
export const kyUncertain: readonly (keyof typeof auditTexts)[] = ['checkpoint', 'checkpointHow']

import type { MarkKind } from '#src/kernel/calendar.ts'
import type { Text, Texts } from '#src/kernel/lang.ts'
import { counted } from '#src/language/plurals.ts'
import type { CalendarRefusal } from './rules/change.ts'

const daysForms = { ky: 'күн', ru: ['день', 'дня', 'дней'], en: ['day', 'days'] } as const

export const calendarTexts = {
  title: { ky: 'Календарлар', ru: 'Календари', en: 'Calendars' },
  intro: {
    ky: 'Ушул күндөр жана сааттар боюнча мөөнөттөр эсептелет. Өзгөртүү ачык кайрылуулардын мөөнөтүн да жылдырат.',
    ru: 'По этим дням и часам считаются сроки. Изменение сдвигает сроки и по открытым обращениям.',
    en: 'Deadlines are counted by these days and hours. A change also moves the deadlines of open appeals.',
  },
  hours: { ky: 'Жумуш убактысы', ru: 'Рабочее время', en: 'Working hours' },
  weekday: { ky: 'Апта күнү', ru: 'День недели', en: 'Day of the week' },
  dayOff: { ky: 'дем алыш', ru: 'выходной', en: 'day off' },
  shortenedBy: {
    ky: 'Кыскартылган күн канчага эрте бүтөт',
    ru: 'Сокращённый день короче на',
    en: 'A shortened day ends earlier by',
  },
  timeZone: { ky: 'Убакыт', ru: 'Время', en: 'Time' },
  years: { ky: 'Жылдар', ru: 'Годы', en: 'Years' },
  year: { ky: 'Жыл', ru: 'Год', en: 'Year' },
  state: { ky: 'Абалы', ru: 'Состояние', en: 'State' },
  published: { ky: 'жарыяланган', ru: 'опубликован', en: 'published' },
  provisional: { ky: 'болжолдуу', ru: 'предварительно', en: 'provisional' },
  weekendsOnly: { ky: 'дем алыш күндөрү гана', ru: 'только выходные', en: 'weekends only' },
  workingDays: { ky: 'Жумушчу күндөр', ru: 'Рабочих дней', en: 'Working days' },
  markedDays: { ky: 'Белгиленген күндөр', ru: 'Отмеченных дней', en: 'Marked days' },

  history: { ky: 'Өзгөртүүлөрдүн тарыхы', ru: 'История изменений', en: 'History of changes' },
  noHistory: {
    ky: 'Азырынча эч нерсе өзгөртүлгөн эмес.',
    ru: 'Пока ничего не изменяли.',
    en: 'Nothing has been changed yet.',
  },
  when: { ky: 'Качан, ким', ru: 'Когда, кто', en: 'When, who' },
  what: { ky: 'Эмне өзгөрдү', ru: 'Что изменилось', en: 'What changed' },
  reason: { ky: 'Себеби', ru: 'Причина', en: 'Reason' },
  act: { ky: 'Аракет', ru: 'Действие', en: 'Action' },
  byCatalogue: { ky: 'каталогдон', ru: 'из каталога', en: 'from the catalogue' },
  undoOf: {
    ky: 'мурунку өзгөртүү артка кайтарылды',
    ru: 'отменено предыдущее изменение',
    en: 'the previous change was undone',
  },
  undo: { ky: 'Артка кайтаруу', ru: 'Отменить', en: 'Undo' },
  undoneChange: { ky: 'акыркы өзгөртүү', ru: 'последнее изменение', en: 'the last change' },
  added: { ky: 'Кошулду', ru: 'Добавлено', en: 'Added' },
  removed: { ky: 'Алынды', ru: 'Убрано', en: 'Removed' },
  hoursBefore: { ky: 'Мурунку жумуш убактысы', ru: 'Прежнее рабочее время', en: 'Working hours before' },
  hoursAfter: { ky: 'Жаңы жумуш убактысы', ru: 'Новое рабочее время', en: 'Working hours after' },
  publishedUntil: { ky: 'Акыркы жарыяланган жыл', ru: 'Последний опубликованный год', en: 'Last published year' },
  nothing: { ky: 'жок', ru: 'нет', en: 'none' },

  marks: { ky: 'Белгиленген күндөр', ru: 'Отмеченные дни', en: 'Marked days' },
  noMarks: {
    ky: 'Бул жылда белгиленген күн жок: эсепке дем алыш күндөрү гана кирбейт.',
    ru: 'На этот год отметок нет: в счёт не входят только выходные.',
    en: 'No marks for this year: only weekends are left out of the count.',
  },
  picture: { ky: 'Жыл толугу менен', ru: 'Год целиком', en: 'The year at a glance' },
  legend: { ky: 'Шарттуу белгилер', ru: 'Обозначения', en: 'Key' },
  weekend: { ky: 'Дем алыш', ru: 'Выходной', en: 'Weekend' },
  days: { ky: 'Күндөр', ru: 'Дни', en: 'Days' },
  kind: { ky: 'Түрү', ru: 'Вид', en: 'Kind' },
  name: { ky: 'Аталышы', ru: 'Название', en: 'Name' },
  provisionalYear: (year: number) => ({
    ky: `${year}-жылдын календары азырынча жарыялана элек: бул күндөр болжолдуу.`,
    ru: `Календарь на ${year} год ещё не опубликован: эти дни предварительные.`,
    en: `The calendar for ${year} has not been published yet: these days are provisional.`,
  }),

  add: { ky: 'Күн кошуу', ru: 'Добавить день', en: 'Add a day' },
  addTitle: { ky: 'Календарга күн кошуу', ru: 'Добавить день в календарь', en: 'Add a day to the calendar' },
  change: { ky: 'Өзгөртүү', ru: 'Изменить', en: 'Change' },
  changeTitle: { ky: 'Күндүн белгисин өзгөртүү', ru: 'Изменить отметку дня', en: 'Change the mark of a day' },
  changeHours: { ky: 'Жумуш убактысын өзгөртүү', ru: 'Изменить рабочее время', en: 'Change the working hours' },
  remove: { ky: 'Алып салуу', ru: 'Убрать', en: 'Remove' },
  removeTitle: { ky: 'Белгини алып салуу', ru: 'Убрать отметку', en: 'Remove a mark' },
  removeWhat: { ky: 'Эмнени алып саласыз?', ru: 'Что убрать?', en: 'What to remove?' },
  publish: (year: number) => ({
    ky: `${year}-жыл жарыяланды деп белгилөө`,
    ru: `Отметить ${year} год как опубликованный`,
    en: `Mark ${year} as published`,
  }),
  publishHelp: {
    ky: 'Алгач төмөнкү күндөрдү министрлик жарыялаган календарь менен салыштырып, оңдоңуз. Андан кийин алар болжолдуу деп көрсөтүлбөйт.',
    ru: 'Сначала сверьте дни ниже с календарём, который опубликовало министерство, и исправьте их. После этого они больше не будут показаны как предварительные.',
    en: 'First compare the days below with the calendar that the ministry has published, and correct them. After that they are no longer shown as provisional.',
  },
  save: { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  saved: { ky: 'Календарь өзгөртүлдү', ru: 'Календарь изменён', en: 'The calendar has been changed' },

  firstDay: { ky: 'Күнү же биринчи күнү', ru: 'День или первый день', en: 'Day, or first day' },
  lastDay: { ky: 'Акыркы күнү', ru: 'Последний день', en: 'Last day' },
  lastDayHint: {
    ky: 'Бир эле күн болсо, бош калтырыңыз',
    ru: 'Если день один, оставьте пустым',
    en: 'Leave empty for a single day',
  },
  day: { ky: 'Күнү', ru: 'День', en: 'Day' },
  nameIn: (lang: keyof Text) => nameIn[lang],
  isProvisional: {
    ky: 'Күтүлүүдө: расмий жарыялана элек',
    ru: 'Ожидается: официально ещё не объявлен',
    en: 'Expected: not announced officially yet',
  },
  reasonHint: {
    ky: 'Мисалы, чечимдин аталышы жана күнү. Тарыхта калат.',
    ru: 'Например, название и дата решения. Останется в истории.',
    en: 'For example the name and date of the decision. Stays in the history.',
  },
  hoursHint: {
    ky: 'Мисалы: 09:00–12:30, 13:30–18:00. Дем алыш күнүн бош калтырыңыз.',
    ru: 'Например: 09:00–12:30, 13:30–18:00. Выходной оставьте пустым.',
    en: 'For example: 09:00–12:30, 13:30–18:00. Leave a day off empty.',
  },
  minutes: { ky: 'мүнөт', ru: 'минут', en: 'minutes' },
  onlyDay: { ky: 'Ушул күн гана', ru: 'Только этот день', en: 'Only this day' },
  wholeHoliday: (count: number) => {
    const days = counted(count, daysForms)
    return {
      ky: `Бардык күндөрү: ${days.ky}`,
      ru: `Все дни: ${days.ru}`,
      en: `All its days: ${days.en}`,
    }
  },

  dayNeeded: {
    ky: 'Күндү жазыңыз, мисалы 27 5 2027',
    ru: 'Укажите день, например 27 5 2027',
    en: 'Give the day, for example 27 5 2027',
  },
  kindNeeded: { ky: 'Күндүн түрүн тандаңыз', ru: 'Выберите вид дня', en: 'Choose what kind of day it is' },
  nameNeededIn: (lang: keyof Text) => nameNeededIn[lang],
  reasonNeeded: {
    ky: 'Себебин жазыңыз: 5тен 500 белгиге чейин',
    ru: 'Укажите причину: от 5 до 500 знаков',
    en: 'Give the reason: 5 to 500 characters',
  },
  hoursWrong: {
    ky: 'Убакытты 09:00–12:30, 13:30–18:00 түрүндө жазыңыз',
    ru: 'Укажите время в виде 09:00–12:30, 13:30–18:00',
    en: 'Give the time as 09:00–12:30, 13:30–18:00',
  },
  minutesWrong: {
    ky: '0дөн 720га чейинки санды жазыңыз',
    ru: 'Укажите число от 0 до 720',
    en: 'Give a number from 0 to 720',
  },
  choiceNeeded: { ky: 'Экөөнүн бирин тандаңыз', ru: 'Выберите одно из двух', en: 'Choose one of the two' },
} as const satisfies Texts

const nameIn: Readonly<Record<keyof Text, Text>> = {
  ky: { ky: 'Кыргызча аталышы', ru: 'Название по-кыргызски', en: 'Name in Kyrgyz' },
  ru: { ky: 'Орусча аталышы', ru: 'Название по-русски', en: 'Name in Russian' },
  en: { ky: 'Англисче аталышы', ru: 'Название по-английски', en: 'Name in English' },
}

const nameNeededIn: Readonly<Record<keyof Text, Text>> = {
  ky: {
    ky: 'Кыргызча аталышын жазыңыз, 120 белгиге чейин',
    ru: 'Укажите название по-кыргызски, до 120 знаков',
    en: 'Give the name in Kyrgyz, up to 120 characters',
  },
  ru: {
    ky: 'Орусча аталышын жазыңыз, 120 белгиге чейин',
    ru: 'Укажите название по-русски, до 120 знаков',
    en: 'Give the name in Russian, up to 120 characters',
  },
  en: {
    ky: 'Англисче аталышын жазыңыз, 120 белгиге чейин',
    ru: 'Укажите название по-английски, до 120 знаков',
    en: 'Give the name in English, up to 120 characters',
  },
}

export const kindNames: Readonly<Record<MarkKind, Text>> = {
  nonWorking: { ky: 'Иштебеген күн', ru: 'Нерабочий день', en: 'Day off' },
  shortened: { ky: 'Кыскартылган күн', ru: 'Сокращённый день', en: 'Shortened day' },
  working: { ky: 'Аталышы бар жумушчу күн', ru: 'Рабочий день с названием', en: 'Working day with a name' },
}

/** Two letters for the head of a month, Monday first. */
export const weekdayLetters: Readonly<Record<keyof Text, readonly string[]>> = {
  ky: ['Дш', 'Шш', 'Шр', 'Бш', 'Жм', 'Иш', 'Жк'],
  ru: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
}

export const refusalTexts: Readonly<Record<CalendarRefusal | 'noSuchCalendar' | 'changedMeanwhile', Text>> = {
  markGone: {
    ky: 'Бул белги эми жок: аны башка кызматкер алып салган же жылдырган. Календарды кайра ачыңыз',
    ru: 'Этой отметки больше нет: её убрал или перенёс другой сотрудник. Откройте календарь заново',
    en: 'This mark is no longer there: somebody else has removed or moved it. Open the calendar again',
  },
  tooManyDays: {
    ky: 'Бир жолу эң көп 31 күн белгиленет',
    ru: 'За один раз можно отметить не больше 31 дня',
    en: 'At most 31 days can be marked at once',
  },
  daysReversed: {
    ky: 'Акыркы күн биринчисинен эрте. Эки күндү тең текшериңиз',
    ru: 'Последний день раньше первого. Проверьте оба',
    en: 'The last day is before the first. Check both',
  },
  yearTooFar: { ky: 'Жылын текшериңиз: 2020–2100', ru: 'Проверьте год: 2020–2100', en: 'Check the year: 2020–2100' },
  noHours: {
    ky: 'Жок дегенде бир күн жумушчу болушу керек',
    ru: 'Хотя бы один день должен быть рабочим',
    en: 'At least one day must be a working day',
  },
  shortenedTooMuch: {
    ky: 'Кыскартылган күндө жумуш убактысы калбай калат. Азыраак кыскартыңыз',
    ru: 'В сокращённый день не останется рабочего времени. Сократите меньше',
    en: 'A shortened day would have no working time left. Shorten it by less',
  },
  wrongYear: {
    ky: 'Жылдар ирети менен белгиленет: адегенде мурдагы жылды белгилеңиз',
    ru: 'Годы отмечают по порядку: сначала отметьте предыдущий',
    en: 'Years are marked in order: mark the previous one first',
  },
  noSuchCalendar: {
    ky: 'Мындай календарь жок. Тизмеге кайтыңыз',
    ru: 'Такого календаря нет. Вернитесь к списку',
    en: 'There is no such calendar. Go back to the list',
  },
  changedMeanwhile: {
    ky: 'Календарды ушул учурда башка кызматкер өзгөрттү. Азыркы абалын карап, кайра сактаңыз',
    ru: 'Календарь тем временем изменил другой сотрудник. Посмотрите, как сейчас, и сохраните ещё раз',
    en: 'Somebody else has changed the calendar in the meantime. See how it stands now and save again',
  },
}

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof calendarTexts)[] = [
  'shortenedBy',
  'published',
  'picture',
  'publishHelp',
  'isProvisional',
]

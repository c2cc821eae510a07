import type { Lang, Text } from '#src/kernel/lang.ts'
import { kyIn } from './kyrgyz-suffixes.ts'
import { compareNames } from './sort.ts'

/** Zone → the city people there would name: Kyrgyz, Russian, "in" it in Russian, English. All zones of countries.json. */
const cities: Readonly<Record<string, readonly [ky: string, ru: string, inRu: string, en: string]>> = {
  'Africa/Cairo': ['Каир', 'Каир', 'Каире', 'Cairo'],
  'America/Anchorage': ['Анкоридж', 'Анкоридж', 'Анкоридже', 'Anchorage'],
  'America/Chicago': ['Чикаго', 'Чикаго', 'Чикаго', 'Chicago'],
  'America/Denver': ['Денвер', 'Денвер', 'Денвере', 'Denver'],
  'America/Edmonton': ['Эдмонтон', 'Эдмонтон', 'Эдмонтоне', 'Edmonton'],
  'America/Halifax': ['Галифакс', 'Галифакс', 'Галифаксе', 'Halifax'],
  'America/Los_Angeles': ['Лос-Анджелес', 'Лос-Анджелес', 'Лос-Анджелесе', 'Los Angeles'],
  'America/New_York': ['Нью-Йорк', 'Нью-Йорк', 'Нью-Йорке', 'New York'],
  'America/St_Johns': ['Сент-Джонс', 'Сент-Джонс', 'Сент-Джонсе', 'St John’s'],
  'America/Toronto': ['Торонто', 'Торонто', 'Торонто', 'Toronto'],
  'America/Vancouver': ['Ванкувер', 'Ванкувер', 'Ванкувере', 'Vancouver'],
  'America/Winnipeg': ['Виннипег', 'Виннипег', 'Виннипеге', 'Winnipeg'],
  'Asia/Almaty': ['Алматы', 'Алматы', 'Алматы', 'Almaty'],
  'Asia/Ashgabat': ['Ашхабад', 'Ашхабад', 'Ашхабаде', 'Ashgabat'],
  'Asia/Bahrain': ['Манама', 'Манама', 'Манаме', 'Manama'],
  'Asia/Baku': ['Баку', 'Баку', 'Баку', 'Baku'],
  'Asia/Bishkek': ['Бишкек', 'Бишкек', 'Бишкеке', 'Bishkek'],
  'Asia/Dubai': ['Дубай', 'Дубай', 'Дубае', 'Dubai'],
  'Asia/Dushanbe': ['Душанбе', 'Душанбе', 'Душанбе', 'Dushanbe'],
  'Asia/Irkutsk': ['Иркутск', 'Иркутск', 'Иркутске', 'Irkutsk'],
  'Asia/Jerusalem': ['Иерусалим', 'Иерусалим', 'Иерусалиме', 'Jerusalem'],
  'Asia/Kabul': ['Кабул', 'Кабул', 'Кабуле', 'Kabul'],
  'Asia/Kamchatka': [
    'Петропавловск-Камчатский',
    'Петропавловск-Камчатский',
    'Петропавловске-Камчатском',
    'Petropavlovsk-Kamchatsky',
  ],
  'Asia/Karachi': ['Исламабад', 'Исламабад', 'Исламабаде', 'Islamabad'],
  'Asia/Kolkata': ['Жаңы Дели', 'Нью-Дели', 'Нью-Дели', 'New Delhi'],
  'Asia/Krasnoyarsk': ['Красноярск', 'Красноярск', 'Красноярске', 'Krasnoyarsk'],
  'Asia/Kuala_Lumpur': ['Куала-Лумпур', 'Куала-Лумпур', 'Куала-Лумпуре', 'Kuala Lumpur'],
  'Asia/Kuwait': ['Эль-Кувейт', 'Эль-Кувейт', 'Эль-Кувейте', 'Kuwait City'],
  'Asia/Magadan': ['Магадан', 'Магадан', 'Магадане', 'Magadan'],
  'Asia/Novosibirsk': ['Новосибирск', 'Новосибирск', 'Новосибирске', 'Novosibirsk'],
  'Asia/Omsk': ['Омск', 'Омск', 'Омске', 'Omsk'],
  'Asia/Qatar': ['Доха', 'Доха', 'Дохе', 'Doha'],
  'Asia/Riyadh': ['Эр-Рияд', 'Эр-Рияд', 'Эр-Рияде', 'Riyadh'],
  'Asia/Sakhalin': ['Южно-Сахалинск', 'Южно-Сахалинск', 'Южно-Сахалинске', 'Yuzhno-Sakhalinsk'],
  'Asia/Seoul': ['Сеул', 'Сеул', 'Сеуле', 'Seoul'],
  'Asia/Shanghai': ['Пекин', 'Пекин', 'Пекине', 'Beijing'],
  'Asia/Tashkent': ['Ташкент', 'Ташкент', 'Ташкенте', 'Tashkent'],
  'Asia/Tehran': ['Тегеран', 'Тегеран', 'Тегеране', 'Tehran'],
  'Asia/Tokyo': ['Токио', 'Токио', 'Токио', 'Tokyo'],
  'Asia/Vladivostok': ['Владивосток', 'Владивосток', 'Владивостоке', 'Vladivostok'],
  'Asia/Yakutsk': ['Якутск', 'Якутск', 'Якутске', 'Yakutsk'],
  'Asia/Yekaterinburg': ['Екатеринбург', 'Екатеринбург', 'Екатеринбурге', 'Yekaterinburg'],
  'Asia/Yerevan': ['Ереван', 'Ереван', 'Ереване', 'Yerevan'],
  'Europe/Amsterdam': ['Амстердам', 'Амстердам', 'Амстердаме', 'Amsterdam'],
  'Europe/Berlin': ['Берлин', 'Берлин', 'Берлине', 'Berlin'],
  'Europe/Bratislava': ['Братислава', 'Братислава', 'Братиславе', 'Bratislava'],
  'Europe/Brussels': ['Брюссель', 'Брюссель', 'Брюсселе', 'Brussels'],
  'Europe/Budapest': ['Будапешт', 'Будапешт', 'Будапеште', 'Budapest'],
  'Europe/Istanbul': ['Стамбул', 'Стамбул', 'Стамбуле', 'Istanbul'],
  'Europe/Kaliningrad': ['Калининград', 'Калининград', 'Калининграде', 'Kaliningrad'],
  'Europe/Kyiv': ['Киев', 'Киев', 'Киеве', 'Kyiv'],
  'Europe/London': ['Лондон', 'Лондон', 'Лондоне', 'London'],
  'Europe/Madrid': ['Мадрид', 'Мадрид', 'Мадриде', 'Madrid'],
  'Europe/Minsk': ['Минск', 'Минск', 'Минске', 'Minsk'],
  'Europe/Moscow': ['Москва', 'Москва', 'Москве', 'Moscow'],
  'Europe/Paris': ['Париж', 'Париж', 'Париже', 'Paris'],
  'Europe/Prague': ['Прага', 'Прага', 'Праге', 'Prague'],
  'Europe/Riga': ['Рига', 'Рига', 'Риге', 'Riga'],
  'Europe/Rome': ['Рим', 'Рим', 'Риме', 'Rome'],
  'Europe/Samara': ['Самара', 'Самара', 'Самаре', 'Samara'],
  'Europe/Sofia': ['София', 'София', 'Софии', 'Sofia'],
  'Europe/Vienna': ['Вена', 'Вена', 'Вене', 'Vienna'],
  'Europe/Vilnius': ['Вильнюс', 'Вильнюс', 'Вильнюсе', 'Vilnius'],
  'Europe/Warsaw': ['Варшава', 'Варшава', 'Варшаве', 'Warsaw'],
  'Europe/Zurich': ['Цюрих', 'Цюрих', 'Цюрихе', 'Zurich'],
  'Pacific/Honolulu': ['Гонолулу', 'Гонолулу', 'Гонолулу', 'Honolulu'],
}

const texts: ReadonlyMap<string, Text> = new Map(
  Object.entries(cities).map(([zone, [ky, ru, , en]]) => [zone, { ky, ru, en }]),
)

/** The zones that have a city in three languages. */
export const namedZones: readonly string[] = [...texts.keys()]

// Sorted once: a page with the list would spend more on its order than on all else.
const byName = (lang: Lang) => namedZones.toSorted((one, other) => compareNames(cityOf(one)[lang], cityOf(other)[lang]))
export const zonesByName: Readonly<Record<Lang, readonly string[]>> = {
  ky: byName('ky'),
  ru: byName('ru'),
  en: byName('en'),
}

/** The city that stands for a zone; for one not in our list the last part of its IANA name. */
export function cityOf(timeZone: string): Text {
  const known = texts.get(timeZone)
  if (known) return known
  const name = plainName(timeZone)
  return { ky: name, ru: name, en: name }
}

/** "Москвада", "в Москве", "in Moscow". */
export function inCity(timeZone: string): Text {
  const [ky, , inRu, en] = cities[timeZone] ?? []
  const name = plainName(timeZone)
  if (ky === undefined || inRu === undefined || en === undefined) {
    return { ky: `${name} убактысы боюнча`, ru: `по времени ${name}`, en: `in ${name}` }
  }
  return { ky: kyIn(ky), ru: `${startsHard(inRu) ? 'во' : 'в'} ${inRu}`, en: `in ${en}` }
}

function plainName(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
}

// "во Владивостоке", but "в Варшаве": в before another consonant asks for a vowel.
const startsHard = (name: string) => /^В[бвгджзклмнпрстфхцчшщ]/.test(name)

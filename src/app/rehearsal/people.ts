import type { Lang } from '#src/kernel/lang.ts'
import type { Dice } from './draw.ts'

// Given names people have, family names nobody has: each says in its language that it is made up (үлгү, мисал, сыноо: sample, example, trial).
const given = {
  ky: [
    'Айгүл',
    'Бакыт',
    'Нурлан',
    'Жаңыл',
    'Өмүрбек',
    'Гүлзат',
    'Үсөн',
    'Чолпон',
    'Эркин',
    'Назгүл',
    'Талант',
    'Бермет',
  ],
  ru: ['Анна', 'Тимур', 'Елена', 'Марат', 'Светлана', 'Руслан', 'Динара', 'Игорь', 'Камила', 'Азамат'],
  en: ['Alex', 'Maria', 'John', 'Priya', 'Li', 'Omar', 'Sana', 'David'],
} as const satisfies Record<Lang, readonly string[]>

const family = {
  ky: ['Үлгүев', 'Мисалова', 'Сыноо уулу', 'Сыноо кызы', 'Ойдонбеков', 'Машыгуу уулу', 'Үлгү кызы'],
  ru: ['Примерова', 'Образцов', 'Вымыслова', 'Пробный', 'Учебная', 'Выдуманов'],
  en: ['Sample', 'Example', 'Madeup', 'Rehearsal', 'Invented'],
} as const satisfies Record<Lang, readonly string[]>

export const madeUpName = (dice: Dice, lang: Lang): string => `${dice.one(given[lang])} ${dice.one(family[lang])}`

// example.org belongs to nobody (RFC 2606).
export const madeUpEmail = (place: number): string => `person${place}@example.org`

// +44 7700 900000–900999: kept by Ofcom for films and examples, nobody's telephone.
export const madeUpPhone = (place: number): string => `+447700900${String(place % 1000).padStart(3, '0')}`

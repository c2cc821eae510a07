import type { Texts } from '#src/kernel/lang.ts'

/** What people said of how their appeals were answered: the supervisor's page, and the note on an appeal's page. */
export const ratingTexts = {
  title: { ky: 'Жоопторго берилген баа', ru: 'Оценки ответов', en: 'Ratings of answers' },
  lead: {
    ky: 'Жабылгандан кийин адамдан сурайбыз: «Сурооңузга жооп бердикпи?» Кайтарып алынган кайрылуулар менен спам эсепке кирбейт. Кайра ачылган кайрылуунун мурунку жабылышы да эсептелет.',
    ru: 'После закрытия мы спрашиваем: «Мы ответили на ваш вопрос?» Отозванные обращения и спам не считаются. Прежнее закрытие обращения, которое открыли снова, тоже считается.',
    en: 'After closing we ask: “Was your question answered?” Withdrawn appeals and spam are not counted. An earlier closing of an appeal that was opened again is.',
  },
  withoutProtected: {
    ky: 'Корголгон кайрылуулар бул жерде эсептелбейт.',
    ru: 'Защищённые обращения здесь не учтены.',
    en: 'Protected appeals are not counted here.',
  },
  period: { ky: 'Кайсы мезгил үчүн', ru: 'За какое время', en: 'For which time' },
  days: (count: number) => ({
    ky: `Акыркы ${count} күн`,
    ru: `За ${count} дней`,
    en: `Last ${count} days`,
  }),
  byTeam: { ky: 'Топтор боюнча', ru: 'По группам', en: 'By team' },
  byTopic: { ky: 'Темалар боюнча', ru: 'По темам', en: 'By topic' },
  team: { ky: 'Топ', ru: 'Группа', en: 'Team' },
  topic: { ky: 'Тема', ru: 'Тема', en: 'Topic' },
  all: { ky: 'Баары', ru: 'Всего', en: 'All' },
  noTopic: { ky: 'Темасы коюлган эмес', ru: 'Тема не указана', en: 'No topic set' },
  closed: { ky: 'Жабылды', ru: 'Закрыто', en: 'Closed' },
  rated: { ky: 'Баа берди', ru: 'Оценено', en: 'Rated' },
  yes: { ky: 'Ооба', ru: 'Да', en: 'Yes' },
  partly: { ky: 'Жарым-жартылай', ru: 'Отчасти', en: 'Partly' },
  no: { ky: 'Жок', ru: 'Нет', en: 'No' },
  /** FEWEST of the rules, written out: a Kyrgyz ending cannot be glued to what is filled in. */
  fewer: { ky: '5тен аз', ru: 'меньше 5', en: 'fewer than 5' },
  percent: (share: number) => ({ ky: `${share}\u{a0}%`, ru: `${share}\u{a0}%`, en: `${share}%` }),
  nothing: {
    ky: 'Бул мезгилде жабылган кайрылуу жок.',
    ru: 'За это время ничего не закрыто.',
    en: 'Nothing was closed in this time.',
  },
  saidOf: { ky: 'Кайрылуучу жоопту баалады', ru: 'Заявитель оценил ответ', en: 'The person rated the answer' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof ratingTexts)[] = ['title', 'lead', 'withoutProtected', 'rated']

import type { Text, Texts } from '#src/kernel/lang.ts'
import type { Act } from '#src/modules/appeals/index.ts'

/** What was done, said once after the act. */
export const doneTexts = {
  take: { ky: 'Кайрылууну өзүңүзгө алдыңыз', ru: 'Вы взяли обращение себе', en: 'You took the appeal' },
  register: { ky: 'Кайрылуу катталды', ru: 'Обращение зарегистрировано', en: 'The appeal was registered' },
  answer: { ky: 'Жооп жөнөтүлдү', ru: 'Ответ отправлен', en: 'The answer was sent' },
  ask: { ky: 'Суроо жөнөтүлдү', ru: 'Вопрос отправлен', en: 'The question was sent' },
  tell: { ky: 'Жаңылык жөнөтүлдү', ru: 'Новость отправлена', en: 'The news was sent' },
  note: { ky: 'Ички жазуу кошулду', ru: 'Заметка добавлена', en: 'The note was added' },
  assign: {
    ky: 'Кайрылуу кимде экени өзгөртүлдү',
    ru: 'Изменено, у кого обращение',
    en: 'Who has the appeal was changed',
  },
  handToTeam: {
    ky: 'Кайрылуу башка топко берилди',
    ru: 'Обращение передано другой группе',
    en: 'The appeal was handed to another team',
  },
  changeTopic: { ky: 'Темасы өзгөртүлдү', ru: 'Тема изменена', en: 'The topic was changed' },
  changeUrgency: { ky: 'Шашылыштыгы өзгөртүлдү', ru: 'Срочность изменена', en: 'The urgency was changed' },
  extend: { ky: 'Мөөнөтү узартылды', ru: 'Срок продлён', en: 'The deadline was extended' },
  protect: { ky: 'Кайрылуу коргоого алынды', ru: 'Обращение взято под защиту', en: 'The appeal was protected' },
  close: { ky: 'Кайрылуу жабылды', ru: 'Обращение закрыто', en: 'The appeal was closed' },
  reopen: { ky: 'Кайрылуу кайра ачылды', ru: 'Обращение открыто повторно', en: 'The appeal was reopened' },
} satisfies Record<Exclude<Act, 'reply' | 'rate'>, Text>

/** Where an appeal went. */
export const whereTexts = {
  withTeam: (team: Text) => ({
    ky: `Эми ал бул топто: «${team.ky}».`,
    ru: `Теперь оно у группы «${team.ru}».`,
    en: `It is now with the team “${team.en}”.`,
  }),
  withHolder: (name: string) => ({
    ky: `Эми ал бул кызматкерде: ${name}.`,
    ru: `Теперь оно у сотрудника: ${name}.`,
    en: `${name} has it now.`,
  }),
  withNobody: {
    ky: 'Эми ал топто, азырынча эч кимде эмес.',
    ru: 'Теперь оно у группы, пока ни у кого.',
    en: 'The team has it now, nobody in particular.',
  },
  outOfReach: {
    ky: 'Сиз аны мындан ары ача албайсыз.',
    ru: 'Открыть его вы больше не можете.',
    en: 'You can no longer open it.',
  },
} satisfies Texts

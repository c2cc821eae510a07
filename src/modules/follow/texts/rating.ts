import type { Texts } from '#src/kernel/lang.ts'

/** Asked of whoever's appeal was closed, in the words of a clerk who wants to know. */
export const ratingTexts = {
  question: {
    ky: 'Сурооңузга жооп бердикпи?',
    ru: 'Мы ответили на ваш вопрос?',
    en: 'Was your question answered?',
  },
  hint: {
    ky: 'Бир жолу бассаңыз жетиштүү. Маселе чечилбесе, кайрылууну ошол замат кайра ача аласыз.',
    ru: 'Достаточно одного нажатия. Если вопрос не решён, обращение можно сразу открыть снова.',
    en: 'One tap is enough. If it is not solved, you can open the appeal again straight away.',
  },
  chooseScore: { ky: 'Жооптордун бирин тандаңыз', ru: 'Выберите один из ответов', en: 'Choose one of the answers' },
  youSaid: { ky: 'Сиздин жообуңуз', ru: 'Вы ответили', en: 'You said' },
  helped: {
    ky: 'Эмне жардам берди? (милдеттүү эмес)',
    ru: 'Что помогло? (необязательно)',
    en: 'What helped? (optional)',
  },
  missing: {
    ky: 'Эмне жетишпей калды? (милдеттүү эмес)',
    ru: 'Чего не хватило? (необязательно)',
    en: 'What was missing? (optional)',
  },
  send: { ky: 'Жөнөтүү', ru: 'Отправить', en: 'Send' },
  changeWords: { ky: 'Жазганды өзгөртүү', ru: 'Изменить написанное', en: 'Change what you wrote' },
  changeScore: { ky: 'Жоопту өзгөртүү', ru: 'Изменить ответ', en: 'Change your answer' },
  sorry: {
    ky: 'Маселе чечилбей калганына өкүнөбүз. Эмне жетишпей калганын жазыңыз, биз ишти улантабыз.',
    ru: 'Жаль, что вопрос не решён. Напишите, чего не хватило, и мы продолжим работу.',
    en: 'We are sorry that it is not solved. Write what was missing, and we will go on working on it.',
  },
  whatMissing: { ky: 'Эмне жетишпей калды?', ru: 'Чего не хватило?', en: 'What was missing?' },
  youRated: { ky: 'Сиз жоопту бааладыңыз', ru: 'Вы оценили ответ', en: 'You rated the answer' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof ratingTexts)[] = ['hint', 'sorry']

import type { Text, Texts } from '#src/kernel/lang.ts'
import type { AppealOutcome } from '#src/modules/appeals/rules/states.ts'

/**
 * With what an appeal was closed, to the person who wrote it; after "Your appeal is closed:". The names staff choose from are
 * theirs: nobody is called spam on their own page.
 */
export const outcomesForPerson = {
  solved: { ky: 'маселе чечилди', ru: 'вопрос решён', en: 'the matter is solved' },
  partlySolved: {
    ky: 'маселе жарым-жартылай чечилди',
    ru: 'вопрос решён частично',
    en: 'the matter is partly solved',
  },
  adviceGiven: { ky: 'сизге кеңеш берилди', ru: 'вам дали консультацию', en: 'you were given advice' },
  notAccepted: { ky: 'кароого кабыл алынган жок', ru: 'не принято к рассмотрению', en: 'it was not accepted' },
  withdrawn: { ky: 'кайтарып алынды', ru: 'отозвано', en: 'it was withdrawn' },
  spam: {
    ky: 'кайрылуу катары каралган жок',
    ru: 'не рассматривалось как обращение',
    en: 'it was not treated as an appeal',
  },
} satisfies Record<AppealOutcome, Text>

/** Closing an appeal, what a closing means, and opening it again. */
export const closingTexts = {
  closeTitle: { ky: 'Кайрылууну жабуу', ru: 'Закрыть обращение', en: 'Close the appeal' },
  closeWhy: { ky: 'Эмне үчүн жабасыз?', ru: 'Почему вы закрываете?', en: 'Why are you closing it?' },
  solved: { ky: 'Маселем чечилди', ru: 'Мой вопрос решён', en: 'My matter is solved' },
  withdrawn: { ky: 'Кайрылуумду кайтарып алам', ru: 'Я отзываю обращение', en: 'I withdraw my appeal' },
  closeReason: {
    ky: 'Кошумчаңыз болсо (милдеттүү эмес)',
    ru: 'Если хотите что-то добавить (необязательно)',
    en: 'Is there anything to add? (optional)',
  },
  closeHint: {
    ky: 'Жабылгандан кийин 30 күндүн ичинде кайра ача аласыз.',
    ru: 'В течение 30 дней после закрытия его можно открыть снова.',
    en: 'You can open it again within 30 days of closing it.',
  },
  close: { ky: 'Жабуу', ru: 'Закрыть', en: 'Close' },
  chooseOutcome: {
    ky: 'Эмне үчүн жабарыңызды тандаңыз',
    ru: 'Выберите, почему закрываете',
    en: 'Choose why you are closing it',
  },
  reopenTitle: { ky: 'Кайра ачуу', ru: 'Открыть снова', en: 'Open it again' },
  reopenReason: {
    ky: 'Эмне үчүн кайра ачасыз?',
    ru: 'Почему вы открываете снова?',
    en: 'Why are you opening it again?',
  },
  reopenUntil: (moment: string) => ({
    ky: `Кайра ачуунун акыркы мөөнөтү: ${moment}.`,
    ru: `Открыть снова можно до: ${moment}.`,
    en: `You can open it again until ${moment}.`,
  }),
  reopen: { ky: 'Кайра ачуу', ru: 'Открыть снова', en: 'Open again' },
  reopenOver: {
    ky: 'Кайра ачуу мөөнөтү өттү. Маселе чечилбей калса, жаңы кайрылуу жөнөтүңүз.',
    ru: 'Время, когда его можно было открыть снова, прошло. Если вопрос не решён, отправьте новое обращение.',
    en: 'The time to open it again is over. If the matter is not settled, please send a new appeal.',
  },

  reason: (reason: string) => ({ ky: `Себеби: ${reason}`, ru: `Причина: ${reason}`, en: `Reason: ${reason}` }),
  norm: (norm: string) => ({ ky: `Негиз: ${norm}`, ru: `Основание: ${norm}`, en: `Legal basis: ${norm}` }),
  spamMeans: {
    ky: 'Билдирүүңүз жарнамага же өтүнүчү жок катка окшош көрүндү, ошондуктан ал боюнча эч ким иш жүргүзгөн жок.',
    ru: 'Ваше сообщение показалось нам рекламой или письмом без просьбы, поэтому по нему никто не работал.',
    en: 'Your message looked to us like advertising or a letter without a request, so nobody worked on it.',
  },
  spamReopen: {
    ky: 'Эгер жаңылсак, кайрылууну кайра ачып, эмне керек экенин өз сөзүңүз менен жазыңыз.',
    ru: 'Если мы ошиблись, откройте обращение снова и напишите своими словами, что вам нужно.',
    en: 'If we are wrong, open the appeal again and write in your own words what you need.',
  },
  disagree: { ky: 'Эгер макул болбосоңуз', ru: 'Если вы не согласны', en: 'If you do not agree' },
  disagreeReopen: (moment: string) => ({
    ky: `Ушул баракта кайрылууну кайра ачып, эмнеге макул эмес экениңизди жазыңыз. Кайра ачуунун акыркы мөөнөтү: ${moment}.`,
    ru: `Откройте обращение снова на этой странице и напишите, с чем вы не согласны. Это можно сделать до: ${moment}.`,
    en: `Open the appeal again on this page and write what you do not agree with. You can do so until ${moment}.`,
  }),
  disagreeBodies: {
    ky: 'Башка органга кайрылыңыз. Көзөмөл жүргүзгөн органдар:',
    ru: 'Обратитесь в другой орган. Надзором занимаются:',
    en: 'Write to another body. These have oversight:',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof closingTexts)[] = [
  'reopenUntil',
  'reopenOver',
  'spamMeans',
  'spamReopen',
  'disagreeBodies',
  'disagreeReopen',
  'norm',
]

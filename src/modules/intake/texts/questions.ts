import type { Text, Texts } from '#src/kernel/lang.ts'

/** The topic's own questions and files. */
export const questionTexts = {
  title: { ky: 'Бир нече суроо', ru: 'Несколько вопросов', en: 'A few questions' },
  intro: {
    ky: 'Билгениңизге жооп бериңиз. Каалаган суроону өткөрүп жиберсеңиз болот.',
    ru: 'Отвечайте, на что можете. Любой вопрос можно пропустить.',
    en: 'Answer what you can. Any question may be skipped.',
  },
  ifAnswered: (answers: string) => ({
    ky: `Эгер жообуңуз «${answers}» болсо:`,
    ru: `Если вы ответили «${answers}»:`,
    en: `If you answered “${answers}”:`,
  }),
  ifNot: (answer: string) => ({
    ky: `Эгер жообуңуз «${answer}» болбосо:`,
    ru: `Если вы ответили не «${answer}»:`,
    en: `If you did not answer “${answer}”:`,
  }),
  ifAtLeast: (number: string) => ({
    ky: `Эгер ${number} же андан көп болсо:`,
    ru: `Если ${number} или больше:`,
    en: `If ${number} or more:`,
  }),
  or: { ky: '» же «', ru: '» или «', en: '” or “' },
  dateHint: { ky: 'Мисалы, 5 3 2026', ru: 'Например, 5 3 2026', en: 'For example, 5 3 2026' },
  timeLabel: { ky: 'Сааты (билсеңиз)', ru: 'Время (если знаете)', en: 'Time (if you know it)' },
  timeHint: { ky: 'Мисалы, 14:30', ru: 'Например, 14:30', en: 'For example, 14:30' },
  from: { ky: 'Башталышы', ru: 'Начало', en: 'From' },
  to: { ky: 'Аягы', ru: 'Конец', en: 'To' },
  amount: { ky: 'Суммасы', ru: 'Сумма', en: 'Amount' },
  currency: { ky: 'Валюта', ru: 'Валюта', en: 'Currency' },

  dateWrong: {
    ky: 'Күнүн, айын жана жылын сан менен жазыңыз же бош калтырыңыз',
    ru: 'Укажите день, месяц и год цифрами или оставьте пустым',
    en: 'Give day, month and year in figures, or leave it empty',
  },
  timeWrong: {
    ky: 'Саатты 14:30 түрүндө жазыңыз же бош калтырыңыз',
    ru: 'Укажите время в виде 14:30 или оставьте пустым',
    en: 'Give the time as 14:30, or leave it empty',
  },
  noSuchDay: (day: Text) => ({
    ky: `Мындай күн жок: ${day.ky}. Оңдоңуз же бош калтырыңыз`,
    ru: `Такого дня нет: ${day.ru}. Исправьте или оставьте пустым`,
    en: `There is no such day: ${day.en}. Correct it, or leave it empty`,
  }),
  rangeHint: {
    ky: 'Күнүн билбесеңиз, айы менен жылын же жылын гана жазыңыз. Бош калтырсаңыз да болот.',
    ru: 'Если не помните день, хватит месяца и года или одного года. Можно оставить пустым.',
    en: 'If you do not remember the day, month and year are enough, or the year alone. You may leave it empty.',
  },
  rangeWrong: {
    ky: 'Мезгилди сан менен жазыңыз: жылы, ай менен жылы же толук күнү. Бош калтырсаңыз да болот',
    ru: 'Укажите период цифрами: год, месяц и год или полную дату. Можно оставить пустым',
    en: 'Give the period in figures: a year, month and year, or a full date. You may leave it empty',
  },
  rangeBackwards: {
    ky: 'Мезгилдин аягы башталышынан мурун болуп калды: алмаштырыңыз же бош калтырыңыз',
    ru: 'Конец периода раньше начала: поменяйте их или оставьте пустым',
    en: 'The period ends before it starts: swap the two, or leave it empty',
  },
  countWrong: {
    ky: 'Сан менен жазыңыз же бош калтырыңыз',
    ru: 'Напишите число цифрами или оставьте пустым',
    en: 'Write a number in figures, or leave it empty',
  },
  amountWrong: {
    ky: 'Сумманы сан менен жазып, валютаны тандаңыз же бош калтырыңыз',
    ru: 'Напишите сумму цифрами и выберите валюту или оставьте пустым',
    en: 'Write the amount in figures and choose the currency, or leave it empty',
  },
  textWrong: {
    ky: 'Жоопту кыскартыңыз: 1000 белгиден ашпасын',
    ru: 'Сократите ответ: не больше 1000 знаков',
    en: 'Shorten the answer: 1,000 characters at most',
  },
  choiceWrong: {
    ky: 'Жоопту тизмеден тандаңыз',
    ru: 'Выберите ответ из предложенных',
    en: 'Choose one of the answers given',
  },

  filesTitle: { ky: 'Файлдар', ru: 'Файлы', en: 'Files' },
  filesIntro: {
    ky: 'Сүрөт же документ болсо, кошуңуз. Болбосо, улантыңыз: кийин да кошсоңуз болот.',
    ru: 'Если есть фото или документы, добавьте их. Если нет, продолжайте: добавить можно и потом.',
    en: 'If you have pictures or documents, add them. If not, go on: you can add them later.',
  },
  filesUseful: { ky: 'Пайдасы тийчү документтер', ru: 'Что может пригодиться', en: 'What may help' },
  filesLimits: {
    ky: 'Сүрөт, үн жазуу, PDF же Word (DOCX) документи. Бир жолу бирден, бештен ашык эмес, ар бири 10\u{a0}МБга чейин.',
    ru: 'Фото, голосовая запись, документ PDF или Word (DOCX). По одному, не больше пяти, каждый до 10\u{a0}МБ.',
    en: 'A photo, a voice recording, a PDF or a Word document (DOCX). One at a time, five at most, each up to 10\u{a0}MB.',
  },
  filesHidden: {
    ky: 'Сүрөттөн тартылган жери жана телефон тууралуу маалыматты, DOCX документтен жана үн жазуудан автордун атын өчүрөбүз. PDF документте анын авторунун аты калышы мүмкүн.',
    ru: 'Из фото мы убираем место съёмки и данные телефона, из документов DOCX и записей — имя автора. В документе PDF может остаться имя его автора.',
    en: 'We remove from pictures where they were taken and with which phone, and from DOCX documents and recordings who made them. A PDF document may keep its author’s name.',
  },
  fileLabel: { ky: 'Файлды тандаңыз', ru: 'Выберите файл', en: 'Choose a file' },
  fileAdd: { ky: 'Файлды кошуу', ru: 'Добавить файл', en: 'Add the file' },
  filesAdded: { ky: 'Кошулган файлдар', ru: 'Добавленные файлы', en: 'Files added' },
  fileAdded: { ky: 'Файл кошулду', ru: 'Файл добавлен', en: 'The file was added' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof questionTexts)[] = ['filesHidden', 'rangeWrong', 'rangeBackwards']

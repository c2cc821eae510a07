import type { Texts } from '#src/kernel/lang.ts'

/** Why a file was not taken. The keys are the refusals of `acceptFile`, and of an appeal that holds enough. */
export const fileTexts = {
  fileTooBig: {
    ky: 'Бул файл өтө чоң. Бир файл 10\u{a0}МБдан ашпашы керек.',
    ru: 'Этот файл слишком большой. Один файл — не больше 10\u{a0}МБ.',
    en: 'This file is too big. One file may be up to 10\u{a0}MB.',
  },
  fileKindRefused: {
    ky: 'Мындай файлды кабыл ала албайбыз. Сүрөт (JPEG, PNG, WebP, HEIC), документ (PDF, DOCX) же үн жазуу (OGG, M4A, MP3, WebM) тандаңыз.',
    ru: 'Такой файл мы принять не можем. Выберите фото (JPEG, PNG, WebP, HEIC), документ (PDF, DOCX) или голосовую запись (OGG, M4A, MP3, WebM).',
    en: 'We cannot take this kind of file. Choose a picture (JPEG, PNG, WebP, HEIC), a document (PDF, DOCX) or a voice recording (OGG, M4A, MP3, WebM).',
  },
  voiceTooLong: {
    ky: 'Бул үн жазуу өтө узун. Бир жазуу бир сааттан ашпашы керек. Аны бөлүп жөнөтүңүз.',
    ru: 'Эта запись слишком длинная. Одна запись — не дольше часа. Разделите её и отправьте по частям.',
    en: 'This recording is too long. One recording may last up to an hour. Send it in parts.',
  },
  documentRefused: {
    ky: 'Бул документти кабыл ала албайбыз: анын ичинде программа, башка файл же интернеттен жүктөлүүчү нерсе бар. Аны PDF кылып сактап, ошону жөнөтүңүз.',
    ru: 'Этот документ мы принять не можем: внутри него есть программа, другой файл или то, что загружается из интернета. Сохраните его как PDF и отправьте PDF.',
    en: 'We cannot take this document: it holds a program, another file or something that loads from the internet. Save it as a PDF and send that.',
  },
  documentTooLarge: {
    ky: 'Бул документ ачылганда өтө чоң болуп чыгат. Аны PDF кылып сактап же бөлүп жөнөтүңүз.',
    ru: 'Этот документ в открытом виде слишком большой. Сохраните его как PDF или отправьте по частям.',
    en: 'This document is too large once it is opened. Save it as a PDF or send it in parts.',
  },
  fileTooManyPixels: {
    ky: 'Бул сүрөттүн өлчөмү өтө чоң. Кичирейтип, кайра жөнөтүңүз.',
    ru: 'Размеры этого фото слишком велики. Уменьшите его и отправьте снова.',
    en: 'This picture is too large in width and height. Make it smaller and send it again.',
  },
  fileBroken: {
    ky: 'Бул файл толук эмес же бузулган. Аны кайра сактап же кайра тартып, дагы жөнөтүңүз.',
    ru: 'Этот файл повреждён или передан не полностью. Сохраните или снимите его заново и отправьте ещё раз.',
    en: 'This file is damaged or incomplete. Save it or take it again, then send it once more.',
  },
  fileEmpty: {
    ky: 'Файлды тандаңыз. Бош файл кабыл алынбайт.',
    ru: 'Выберите файл. Пустой файл принять нельзя.',
    en: 'Choose a file. An empty file cannot be taken.',
  },
  tooManyFiles: {
    ky: 'Беш файл кошулган. Дагы бирөөнү кошуу үчүн мурункулардын бирин алып салыңыз.',
    ru: 'Уже добавлено пять файлов. Чтобы добавить ещё один, сначала уберите один из них.',
    en: 'Five files have been added. To add another, remove one of them first.',
  },
  filesBusy: {
    ky: 'Азыр бир эле учурда көп файл жөнөтүлүп жатат. Бир мүнөттөн кийин кайра аракет кылыңыз.',
    ru: 'Сейчас загружается слишком много файлов сразу. Попробуйте ещё раз через минуту.',
    en: 'Too many files are being sent at this moment. Try again in a minute.',
  },
  noRoom: {
    ky: 'Азыр файл кабыл ала албайбыз: аларды сактаган жер толуп калды. Жазганыңыз сакталды. Кайрылууну файлсыз жөнөтүңүз, файлды кийин кайрылууңуздун барагынан кошо аласыз.',
    ru: 'Сейчас мы не можем принять файлы: место для них заполнено. Ваши слова сохранены. Отправьте обращение без файла, его можно добавить позже на странице вашего обращения.',
    en: 'We cannot take files just now: the room for them is full. Your words are kept. Send your appeal without the file; you can add it later on the page of your appeal.',
  },
  enoughFromHere: {
    ky: 'Сиз колдонгон интернет байланышынан акыркы бир саатта өтө көп файл келди. Бир сааттан кийин кайра аракет кылыңыз же кайрылууну файлсыз жөнөтүп, файлды кийин кошуңуз.',
    ru: 'Через ваше подключение к интернету за последний час пришло слишком много файлов. Попробуйте через час или отправьте обращение без файла и добавьте его позже.',
    en: 'Too many files have come over your internet connection within the last hour. Try again in an hour, or send your appeal without the file and add it later.',
  },
  appealHoldsEnough: {
    ky: 'Бул кайрылууга сиз тараптан мындан ары файл кошууга болбойт: баары чогуу 100 файлдан жана 200\u{a0}МБдан ашпашы керек. Дагы документ бар болсо, ал жөнүндө билдирүүдө жазыңыз.',
    ru: 'С вашей стороны к этому обращению больше нельзя добавить файлы: все вместе — не больше 100 файлов и 200\u{a0}МБ. Если есть ещё документы, напишите о них в сообщении.',
    en: 'No more files can be added to this appeal from your side: together they may be up to 100 files and 200\u{a0}MB. If there are more documents, write about them in a message.',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof fileTexts)[] = [
  'fileTooManyPixels',
  'voiceTooLong',
  'documentRefused',
  'documentTooLarge',
  'fileBroken',
  'noRoom',
  'enoughFromHere',
  'appealHoldsEnough',
]

import type { Texts } from '#src/kernel/lang.ts'

/** Why a file was not taken. The keys are the refusals of `acceptFile`, and of an appeal that holds enough. */
export const fileTexts = {
  fileTooBig: {
    ky: 'Бул файл өтө чоң. Бир файл 10\u{a0}МБдан ашпашы керек.',
    ru: 'Этот файл слишком большой. Один файл — не больше 10\u{a0}МБ.',
    en: 'This file is too big. One file may be up to 10\u{a0}MB.',
  },
  fileKindRefused: {
    ky: 'Мындай файлды кабыл ала албайбыз. JPEG, PNG, WebP сүрөтүн же PDF документин тандаңыз.',
    ru: 'Такой файл мы принять не можем. Выберите фото JPEG, PNG, WebP или документ PDF.',
    en: 'We cannot take this kind of file. Choose a JPEG, PNG or WebP picture, or a PDF document.',
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
  'fileBroken',
  'noRoom',
  'enoughFromHere',
  'appealHoldsEnough',
]

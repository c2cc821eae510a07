import type { Texts } from '#src/kernel/lang.ts'

/** Why a file was not taken. The keys are the refusals of `acceptFile`. */
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
} satisfies Texts

export const kyUncertain: readonly (keyof typeof fileTexts)[] = ['fileTooManyPixels', 'fileBroken']

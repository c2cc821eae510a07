import type { Texts } from '#src/kernel/lang.ts'

/** Words of filing for a person. */
export const toolTexts = {
  fileForTitle: {
    ky: 'Адам үчүн кайрылуу жөнөтүү',
    ru: 'Подать обращение за человека',
    en: 'File an appeal for a person',
  },
  fileForIntro: {
    ky: 'Адам телефон чалганда же өзү келгенде ошол эле форманы чогуу толтурасыз. Аягында номери жана жашыруун сөздөрү чыгат: аларды адамга айтып же басып чыгарып бериңиз, өзүңүздө калтырбаңыз.',
    ru: 'Когда человек звонит или приходит, вы вместе заполняете ту же форму. В конце появятся номер и секретные слова: продиктуйте или распечатайте их человеку и не оставляйте у себя.',
    en: 'When somebody calls or visits, you fill in the same form together. At the end the number and the secret words appear: read them out or print them for the person, and keep no copy.',
  },
  channelLabel: { ky: 'Адам кантип кайрылды?', ru: 'Как обратился человек?', en: 'How did the person reach you?' },
  phone: { ky: 'Телефон аркылуу', ru: 'По телефону', en: 'By phone' },
  visit: { ky: 'Өзү келип', ru: 'Лично', en: 'In person' },
  langLabel: {
    ky: 'Кайсы тилде сүйлөшөсүздөр?',
    ru: 'На каком языке вы с ним говорите?',
    en: 'Which language are you speaking?',
  },
  handOverTitle: {
    ky: 'Форма жарандар үчүн баракта ачылат',
    ru: 'Форма откроется на странице для граждан',
    en: 'The form opens on the public pages',
  },
  handOverBody: {
    ky: 'Аны он мүнөттүн ичинде ачыңыз. Толтуруп бүткөнчө кызматтык барактардан чыкпаңыз.',
    ru: 'Откройте её в течение десяти минут. Не выходите из служебных страниц, пока не заполните её до конца.',
    en: 'Open it within ten minutes. Do not sign out of the staff pages until it is filled in.',
  },
  handOverOpen: { ky: 'Форманы ачуу', ru: 'Открыть форму', en: 'Open the form' },
  start: { ky: 'Баштоо', ru: 'Начать', en: 'Start' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof toolTexts)[] = ['handOverTitle', 'handOverBody']

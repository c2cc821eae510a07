import type { Text, Texts } from '#src/kernel/lang.ts'
import { counted, type Forms } from '#src/language/plurals.ts'
import type { Target } from '#src/modules/catalogue/index.ts'

export const aboutTexts = {
  title: { ky: 'Портал жөнүндө', ru: 'О портале', en: 'About the portal' },
  description: {
    ky: 'Портал эмне үчүн керек, аны ким жүргүзөт жана эмнени убада кылат.',
    ru: 'Для чего портал, кто его ведёт и что обещает.',
    en: 'What the portal is for, who runs it and what it promises.',
  },

  whatTitle: { ky: 'Бул эмне', ru: 'Что это', en: 'What it is' },
  what: (service: Text, owner: Text) => ({
    ky: `«${service.ky}» — ${owner.ky} жүргүзгөн портал. Чет өлкөдөгү мекендештер жана Кыргызстандагы чет элдиктер бул жерден кеңеш сурап, көйгөйүн билдире алат.`,
    ru: `«${service.ru}» — портал, который ведёт ${owner.ru}. Соотечественники за рубежом и иностранцы в Кыргызстане могут здесь спросить совета и сообщить о проблеме.`,
    en: `${service.en} is a portal run by the ${owner.en}. Compatriots abroad and foreigners in Kyrgyzstan can ask for advice here and report a problem.`,
  }),
  free: {
    ky: 'Кайрылуу акысыз. Каттоодон өтүп, сырсөз ойлоп табуунун кереги жок.',
    ru: 'Обращение бесплатное. Заводить учётную запись и пароль не нужно.',
    en: 'It is free of charge. You need no account and no password.',
  },

  howTitle: { ky: 'Бул кантип иштейт', ru: 'Как это происходит', en: 'How it works' },
  howSteps: [
    {
      ky: 'Өз сөзүңүз менен, каалаган тилде жазасыз. Файл кошсоңуз болот.',
      ru: 'Вы пишете своими словами, на любом языке. Можно приложить файлы.',
      en: 'You write in your own words, in any language. You can add files.',
    },
    {
      ky: 'Кайрылуунун номерин жана төрт жашыруун сөздү аласыз. Кайрылууну алар менен гана ачасыз, аларды сактап коюңуз.',
      ru: 'Вы получаете номер обращения и четыре секретных слова. Открыть обращение можно только с ними, сохраните их.',
      en: 'You get the number of your appeal and four secret words. Your appeal opens only with them, so keep them safe.',
    },
    {
      ky: 'Кайрылууну кызматтын бир тобу алат. Ким карап жатканын жана мөөнөтүн ар дайым көрө аласыз.',
      ru: 'Обращение получает одна из групп службы. Вы всегда видите, у кого оно и до какого срока.',
      en: 'One of the service’s teams gets it. You can always see who has it and until when.',
    },
    {
      ky: 'Жооп порталга келет. Жооп жетишсиз болсо, ошол эле жерге жазасыз. Кайрылуу жабылса, аны 30 күндүн ичинде кайра ача аласыз.',
      ru: 'Ответ приходит на портал. Если его недостаточно, напишите там же. Закрытое обращение можно открыть снова в течение 30 дней.',
      en: 'The answer comes to the portal. If it is not enough, write back there. A closed appeal can be opened again within 30 days.',
    },
  ],

  promiseTitle: { ky: 'Мыйзам белгилеген мөөнөттөр', ru: 'Сроки по закону', en: 'Deadlines set by law' },
  promiseCalendar: {
    ky: 'Жумушчу күндөр Кыргызстандын календары боюнча, Бишкек убактысы менен эсептелет. Мөөнөт кантип эсептелгени ар бир кайрылууда көрсөтүлөт.',
    ru: 'Рабочие дни считаются по календарю Кыргызстана и времени Бишкека. Расчёт срока показан в каждом обращении.',
    en: 'Working days follow the calendar of Kyrgyzstan and the time of Bishkek. Every appeal shows how its deadline was counted.',
  },
  notReviewed: {
    ky: 'Бул мөөнөттөрдү юрист азырынча текшере элек.',
    ru: 'Эти сроки ещё не проверил юрист.',
    en: 'A lawyer has not checked these deadlines yet.',
  },
  sources: { ky: 'Булактары', ru: 'Источники', en: 'Sources' },

  targetsTitle: { ky: 'Кызматтын өз максаттары', ru: 'Собственные цели службы', en: 'The service’s own targets' },
  targetsText: {
    ky: 'Бул мыйзам эмес, кызмат өзүнө койгон максаттар. Алар иштин шашылыштыгына жараша болот.',
    ru: 'Это не закон, а цели, которые служба ставит себе. Они зависят от срочности.',
    en: 'These are not law: the service sets them for itself. They depend on how urgent the matter is.',
  },
  firstAnswer: {
    ky: 'кызматкердин биринчи жообу',
    ru: 'первый ответ сотрудника',
    en: 'first answer from a member of staff',
  },
  solve: { ky: 'маселени чечүү', ru: 'решение вопроса', en: 'solving the matter' },

  notTitle: { ky: 'Портал эмнени кыла албайт', ru: 'Чего портал не может', en: 'What the portal cannot do' },
  notEmergency: {
    ky: 'Бул куткаруу кызматы эмес. Өмүрүңүзгө коркунуч болсо, адегенде сиз турган өлкөнүн шашылыш кызматына чалыңыз.',
    ru: 'Это не служба спасения. Если есть угроза жизни, сначала позвоните в экстренную службу страны, где вы находитесь.',
    en: 'It is not an emergency service. If your life is in danger, first call the emergency services of the country where you are.',
  },
  notLawyer: {
    ky: 'Жооптор — кеңеш. Алар соттун чечиминин да, адвокаттын ишинин да ордун баса албайт.',
    ru: 'Ответы — это консультация. Они не заменяют решения суда и работы адвоката.',
    en: 'Answers are advice. They do not replace a court’s decision or an attorney’s work.',
  },

  ownerTitle: { ky: 'Порталды ким жүргүзөт', ru: 'Кто ведёт портал', en: 'Who runs the portal' },
  address: { ky: 'Дареги', ru: 'Адрес', en: 'Address' },
  email: { ky: 'Электрондук почтасы', ru: 'Электронная почта', en: 'E-mail' },
  phone: { ky: 'Телефону', ru: 'Телефон', en: 'Phone' },
  toBeFilled: { ky: 'кызмат толтурат', ru: 'заполнит служба', en: 'to be filled by the service' },
  complain: {
    ky: 'Порталдын өзү же кызматкер жөнүндө айта турганыңыз болсо:',
    ru: 'Если хотите что-то сказать о самом портале или о сотруднике:',
    en: 'If you want to tell us about the portal itself or about a member of staff:',
  },
  openSource: {
    ky: 'Порталдын программасы баарына ачык, лицензиясы — EUPL-1.2.',
    ru: 'Программа портала открыта для всех, лицензия EUPL-1.2.',
    en: 'The portal’s software is open source, under the EUPL-1.2 licence.',
  },
} as const satisfies Readonly<Record<string, Texts[string] | readonly Text[]>>

const targetForms: Readonly<Record<Target['unit'], Forms>> = {
  hour24x7: {
    ky: 'саат (күнү-түнү)',
    ru: ['час (круглосуточно)', 'часа (круглосуточно)', 'часов (круглосуточно)'],
    en: ['hour (day and night)', 'hours (day and night)'],
  },
  workingHour: {
    ky: 'жумуш сааты',
    ru: ['рабочий час', 'рабочих часа', 'рабочих часов'],
    en: ['working hour', 'working hours'],
  },
  workingDay: {
    ky: 'жумушчу күн',
    ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
    en: ['working day', 'working days'],
  },
}

/** "4 working hours", "1 hour (day and night)". */
export const targetInWords = ({ value, unit }: Target): Text => counted(value, targetForms[unit])

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof aboutTexts)[] = [
  'notTitle',
  'targetsText',
  'notEmergency',
  'notLawyer',
  'openSource',
]

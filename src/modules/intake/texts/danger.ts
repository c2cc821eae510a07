import type { Texts } from '#src/kernel/lang.ts'

export const dangerTexts = {
  // Who stands behind the person reads the heading too: it says what the page gives, not what happens to its reader.
  title: { ky: 'Шашылыш жардам', ru: 'Срочная помощь', en: 'Urgent help' },
  callTitle: { ky: 'Азыр чалыңыз', ru: 'Позвоните сейчас', en: 'Call now' },
  callBody: (country: string) => ({
    ky: `Шашылыш кызматтар, ${country}:`,
    ru: `Экстренные службы, ${country}:`,
    en: `Emergency services, ${country}:`,
  }),
  callUnchecked: {
    ky: 'Муну кызмат али текшере элек. Баары бир чалыңыз.',
    ru: 'Служба это ещё не проверила. Всё равно звоните.',
    en: 'The service has not checked this yet. Call all the same.',
  },
  callUnknown: (country: string) => ({
    ky: `Шашылыш кызматтардын номери (${country}) бизде азырынча жок. Жаныңыздагы адамдан сураңыз же төмөндө бизге жазыңыз.`,
    ru: `Номера экстренных служб (${country}) у нас пока нет. Спросите у людей рядом или напишите нам ниже.`,
    en: `We do not have the number of the emergency services (${country}) yet. Ask people near you, or write to us below.`,
  }),
  callUnknownHere: {
    ky: 'Бул өлкөнүн шашылыш кызматтарынын номери бизде азырынча жок. Жаныңыздагы адамдан сураңыз же төмөндө бизге жазыңыз.',
    ru: 'Номера экстренных служб этой страны у нас пока нет. Спросите у людей рядом или напишите нам ниже.',
    en: 'We do not have the number of the emergency services of that country yet. Ask people near you, or write to us below.',
  },
  countryLabel: { ky: 'Кайсы өлкөдөсүз?', ru: 'В какой вы стране?', en: 'Which country are you in?' },
  countryHint: {
    ky: 'Тандабасаңыз деле болот.',
    ru: 'Можно не выбирать.',
    en: 'You may leave this open.',
  },
  countryShow: { ky: 'Чалуу үчүн номерлерди көрсөтүү', ru: 'Показать, куда звонить', en: 'Show where to call' },
  countryOpen: {
    ky: 'Номерлерди көрүү үчүн өлкөнү тандаңыз',
    ru: 'Чтобы увидеть номера, выберите страну',
    en: 'To see the numbers, choose the country',
  },
  missions: {
    ky: 'Кыргызстандын элчиликтери жана консулдуктары',
    ru: 'Посольства и консульства Кыргызстана',
    en: 'Embassies and consulates of Kyrgyzstan',
  },

  covered: {
    ky: 'Бул өлкөдө Кыргызстандын элчилиги да, консулдугу да жок. Аны башка өлкөдөгү мекеме тейлейт:',
    ru: 'В этой стране нет посольства и консульства Кыргызстана. Ею занимается представительство в другой стране:',
    en: 'Kyrgyzstan has no embassy or consulate in this country. One in another country looks after it:',
  },

  formTitle: { ky: 'Же бизге жазыңыз', ru: 'Или напишите нам', en: 'Or write to us' },
  formIntro: {
    ky: 'Жаза алганыңызды гана жазыңыз. Муну коргоо тобу гана көрөт.',
    ru: 'Пишите только то, что можете. Это увидит только группа защиты.',
    en: 'Write only what you can. Only the protection team will see it.',
  },
  onDuty: {
    ky: 'Нөөмөттөгү адамдарга дароо кабар барат.',
    ru: 'Дежурные узнают об этом сразу.',
    en: 'The people on duty are told at once.',
  },
  // Also where somebody is on duty and no letter can go: it says what we can do, not who sits where.
  noDuty: (moment: string) => ({
    ky: `Азыр нөөмөттөгүлөргө дароо кабар бере албайбыз. Муну эң эрте дегенде ушул убакытта окуйбуз: ${moment}. Күтпөңүз: шашылыш кызматка чалыңыз.`,
    ru: `Сейчас мы не можем сразу известить дежурных. Раньше всего мы прочтём это: ${moment}. Не ждите: звоните в экстренную службу.`,
    en: `We cannot tell anybody on duty at once now. The earliest we will read this: ${moment}. Do not wait: call the emergency services.`,
  }),
  noDutyWorking: {
    ky: 'Азыр нөөмөттөгүлөргө дароо кабар бере албайбыз, бирок азыр жумуш убактысы: муну бүгүн окуйбуз. Күтпөңүз: шашылыш кызматка чалыңыз.',
    ru: 'Сейчас мы не можем сразу известить дежурных, но сейчас рабочее время: ваши слова прочтут сегодня. Не ждите: звоните в экстренную службу.',
    en: 'We cannot tell anybody on duty at once now, but these are working hours: it will be read today. Do not wait: call the emergency services.',
  },
  where: { ky: 'Сиз кайдасыз?', ru: 'Где вы?', en: 'Where are you?' },
  whereHint: {
    ky: 'Шаар, дарек, жумуш жайы, жанында эмне бар',
    ru: 'Город, адрес, место работы, что рядом',
    en: 'City, address, place of work, what is near',
  },
  what: { ky: 'Эмне болуп жатат?', ru: 'Что происходит?', en: 'What is happening?' },
  whatHint: { ky: 'Каалаган тилде', ru: 'На любом языке', en: 'In any language' },
  reach: {
    ky: 'Сиз менен кантип коопсуз байланышсак болот?',
    ru: 'Как с вами безопасно связаться?',
    en: 'How can we reach you safely?',
  },
  reachHint: {
    ky: 'Телефон, почта, мессенджер же ишенген адамыңыз. Бош калтырсаңыз да болот.',
    ru: 'Телефон, почта, мессенджер или человек, которому вы доверяете. Можно оставить пустым.',
    en: 'A phone, e-mail, messenger, or somebody you trust. You may leave it empty.',
  },
  send: { ky: 'Жардам сурап кайрылуу', ru: 'Отправить просьбу о помощи', en: 'Ask for help' },

  nothingWritten: {
    ky: 'Кайда экениңизди же эмне болуп жатканын жазыңыз: бир нече сөз жетет',
    ru: 'Напишите, где вы или что происходит: хватит нескольких слов',
    en: 'Write where you are or what is happening: a few words are enough',
  },
  tooLong: {
    ky: 'Кыскартыңыз: бул жерге 5000 белгиге чейин батат',
    ru: 'Сократите: сюда поместится не больше 5000 знаков',
    en: 'Shorten this: up to 5,000 characters fit here',
  },
  whereMark: { ky: 'Кайда', ru: 'Где', en: 'Where' },
  reachMark: { ky: 'Кантип коопсуз байланышуу керек', ru: 'Как безопасно связаться', en: 'How to reach safely' },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof dangerTexts)[] = [
  'noDuty',
  'noDutyWorking',
  'callUnknown',
  'callUnknownHere',
  'countryShow',
  'covered',
  'reach',
  'send',
  'callBody',
]

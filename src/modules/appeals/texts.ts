import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { ClockKind } from './rules/clock-view.ts'
import type { ActRefusal, Happening } from './rules/events.ts'
import type { AppealOutcome, AppealState } from './rules/states.ts'

/** The words of the glossary for where an appeal stands. */
export const stateNames = {
  submitted: { ky: 'Жөнөтүлдү', ru: 'Отправлено', en: 'Submitted' },
  registered: { ky: 'Катталды', ru: 'Зарегистрировано', en: 'Registered' },
  underReview: { ky: 'Каралып жатат', ru: 'На рассмотрении', en: 'Under review' },
  moreInfoNeeded: { ky: 'Кошумча маалымат керек', ru: 'Нужны дополнительные сведения', en: 'More information needed' },
  answered: { ky: 'Жооп берилди', ru: 'Дан ответ', en: 'Answered' },
  closed: { ky: 'Жабылды', ru: 'Закрыто', en: 'Closed' },
} satisfies Record<AppealState, Text>

export const outcomeNames = {
  solved: { ky: 'Чечилди', ru: 'Решено', en: 'Solved' },
  partlySolved: { ky: 'Жарым-жартылай чечилди', ru: 'Решено частично', en: 'Partly solved' },
  adviceGiven: { ky: 'Кеңеш берилди', ru: 'Дана консультация', en: 'Advice given' },
  notAccepted: { ky: 'Кароого кабыл алынган жок', ru: 'Не принято к рассмотрению', en: 'Not accepted' },
  withdrawn: { ky: 'Кайрылуучу кайтарып алды', ru: 'Отозвано заявителем', en: 'Withdrawn' },
  spam: { ky: 'Спам', ru: 'Спам', en: 'Spam' },
} satisfies Record<AppealOutcome, Text>

export const urgencyNames = {
  low: { ky: 'Шашылыш эмес', ru: 'Низкая', en: 'Low' },
  normal: { ky: 'Кадимки', ru: 'Обычная', en: 'Normal' },
  high: { ky: 'Шашылыш', ru: 'Высокая', en: 'High' },
  critical: { ky: 'Өтө шашылыш', ru: 'Критическая', en: 'Critical' },
} satisfies Record<UrgencyId, Text>

export const clockNames = {
  registration: { ky: 'Каттоо (мыйзам боюнча)', ru: 'Регистрация (по закону)', en: 'Registration (by law)' },
  answer: {
    ky: 'Кызматтын жообу (мыйзам боюнча)',
    ru: 'Ответ службы (по закону)',
    en: 'The service’s answer (by law)',
  },
  firstAnswer: { ky: 'Биринчи жооп', ru: 'Первый ответ', en: 'First answer' },
  nextUpdate: { ky: 'Кийинки кабар', ru: 'Следующая новость', en: 'Next update' },
  resolution: { ky: 'Маселени чечүү', ru: 'Решение вопроса', en: 'Resolution' },
} satisfies Record<ClockKind, Text>

/** What happened, in the timeline. */
export const happeningNames = {
  submitted: { ky: 'Кайрылуу кабыл алынды', ru: 'Обращение принято', en: 'The appeal was received' },
  registered: { ky: 'Кайрылуу катталды', ru: 'Обращение зарегистрировано', en: 'The appeal was registered' },
  taken: { ky: 'Кызматкер өзүнө алды', ru: 'Сотрудник взял в работу', en: 'A member of staff took it' },
  assigned: { ky: 'Кызматкерге берилди', ru: 'Поручено сотруднику', en: 'It was assigned' },
  handed: { ky: 'Башка топко берилди', ru: 'Передано другой группе', en: 'It was handed to another team' },
  noted: { ky: 'Ички белги жазылды', ru: 'Добавлена заметка', en: 'A note was added' },
  asked: {
    ky: 'Сизге суроо берилди, биздин мөөнөт токтоду',
    ru: 'Задан вопрос, наш срок остановлен',
    en: 'A question was asked, our own clock stands',
  },
  told: { ky: 'Жаңылык айтылды', ru: 'Сообщена новость', en: 'News was given' },
  replied: { ky: 'Кайрылуучу жазды', ru: 'Заявитель написал', en: 'The person wrote' },
  termExtended: { ky: 'Мөөнөтү узартылды', ru: 'Срок продлён', en: 'The term was extended' },
  answered: { ky: 'Жооп берилди', ru: 'Дан ответ', en: 'An answer was given' },
  topicChanged: { ky: 'Темасы өзгөртүлдү', ru: 'Тема изменена', en: 'The topic was changed' },
  urgencyRaised: { ky: 'Шашылыштыгы жогорулатылды', ru: 'Срочность повышена', en: 'The urgency was raised' },
  urgencyLowered: { ky: 'Шашылыштыгы төмөндөтүлдү', ru: 'Срочность понижена', en: 'The urgency was lowered' },
  protected: { ky: 'Кайрылуу коргоого алынды', ru: 'Обращение взято под защиту', en: 'The appeal was protected' },
  closed: { ky: 'Кайрылуу жабылды', ru: 'Обращение закрыто', en: 'The appeal was closed' },
  reopened: { ky: 'Кайра ачылды', ru: 'Открыто повторно', en: 'It was re-opened' },
  dueMoved: {
    ky: 'Календарь өзгөргөндүктөн мөөнөт жылды',
    ru: 'Срок сдвинулся: изменился календарь',
    en: 'The deadline moved because the calendar changed',
  },
} satisfies Record<Happening, Text>

/** Why something was not done, and what to do instead. */
export const refusalTexts = {
  notThere: {
    ky: 'Мындай кайрылуу жок же ал сизде эмес.',
    ru: 'Такого обращения нет, или оно не у вас.',
    en: 'There is no such appeal, or it is not yours.',
  },
  notNow: {
    ky: 'Кайрылуунун азыркы абалында муну кылууга болбойт.',
    ru: 'В нынешнем состоянии обращения это сделать нельзя.',
    en: 'This cannot be done in the appeal’s present state.',
  },
  changedMeanwhile: {
    ky: 'Сиз жазып жатканда кайрылуу өзгөрдү. Карап чыгып, кайра жөнөтүңүз.',
    ru: 'Пока вы писали, обращение изменилось. Посмотрите и отправьте ещё раз.',
    en: 'The appeal changed while you were writing. Look at it and send again.',
  },
  textEmpty: { ky: 'Текст жазыңыз.', ru: 'Напишите текст.', en: 'Write a text.' },
  textTooLong: {
    ky: 'Текст өтө узун. Кыскартыңыз же экиге бөлүңүз.',
    ru: 'Текст слишком длинный. Сократите его или разделите надвое.',
    en: 'The text is too long. Shorten it or split it in two.',
  },
  reasonMissing: { ky: 'Себебин жазыңыз.', ru: 'Укажите причину.', en: 'Give a reason.' },
  normMissing: {
    ky: 'Кайсы ченемге таянганыңызды жазыңыз.',
    ru: 'Укажите норму, на которой основан отказ.',
    en: 'Name the norm it rests on.',
  },
  answerFirst: {
    ky: 'Адегенде жооп бериңиз, анан жабыңыз.',
    ru: 'Сначала дайте ответ, потом закрывайте.',
    en: 'Answer first, then close.',
  },
  outcomeNotYours: {
    ky: 'Мындай жыйынтык менен жабууга болбойт.',
    ru: 'С таким итогом закрыть нельзя.',
    en: 'You cannot close it with this outcome.',
  },
  amountWrong: {
    ky: 'Сумманы жана валютасын текшериңиз.',
    ru: 'Проверьте сумму и валюту.',
    en: 'Check the amount and the currency.',
  },
  reopenTooLate: {
    ky: 'Жабылгандан бери 30 күн өттү. Жаңы кайрылуу жөнөтүңүз.',
    ru: 'С закрытия прошло 30 дней. Отправьте новое обращение.',
    en: 'More than 30 days have passed since it was closed. Please send a new appeal.',
  },
  alreadyExtended: {
    ky: 'Мөөнөт бир жолу узартылган, экинчи жолу болбойт.',
    ru: 'Срок уже продлевали, второй раз нельзя.',
    en: 'The term was extended once already; it cannot be extended again.',
  },
  notExtendable: {
    ky: 'Азыр узартыла турган мөөнөт жок.',
    ru: 'Сейчас нет срока, который можно продлить.',
    en: 'There is no term to extend now.',
  },
  dayOutOfTerm: {
    ky: 'Бул күн узартууга уруксат берилген чектен чыгат.',
    ru: 'Этот день выходит за разрешённое продление.',
    en: 'This day lies beyond the extension that is allowed.',
  },
  urgencyTooLow: {
    ky: 'Бул темада мындан төмөн деңгээл болбойт.',
    ru: 'Для этой темы ниже нельзя.',
    en: 'This topic allows no lower level.',
  },
  urgencyLowerNotAllowed: {
    ky: 'Шашылыштыгын төмөндөтүүгө укугуңуз жок.',
    ru: 'У вас нет права понижать срочность.',
    en: 'You have no right to lower the urgency.',
  },
  topicUnknown: {
    ky: 'Теманы тизмеден тандаңыз.',
    ru: 'Выберите тему из списка.',
    en: 'Choose a topic from the list.',
  },
  teamUnfit: {
    ky: 'Бул топко берүүгө болбойт.',
    ru: 'Этой группе передать нельзя.',
    en: 'It cannot be handed to this team.',
  },
  assigneeUnfit: {
    ky: 'Бул кызматкер ошол топто эмес.',
    ru: 'Этот сотрудник не в этой группе.',
    en: 'This member of staff is not in the team.',
  },
  alreadyProtected: {
    ky: 'Кайрылуу буга чейин эле корголгон.',
    ru: 'Обращение уже под защитой.',
    en: 'The appeal is protected already.',
  },
} satisfies Record<ActRefusal, Text>

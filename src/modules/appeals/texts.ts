import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Text, Texts } from '#src/kernel/lang.ts'
import type { ClockKind } from './rules/clock-view.ts'
import type { ActRefusal, Happening } from './rules/events.ts'
import type { Score } from './rules/rating.ts'
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

/** "Was the question answered?", as staff read it and as it stands in the history. */
export const scoreNames = {
  yes: { ky: 'Ооба, жооп алдым', ru: 'Да, ответили', en: 'Yes, it was' },
  partly: { ky: 'Жарым-жартылай', ru: 'Отчасти', en: 'Partly' },
  no: { ky: 'Жок, маселе чечилген жок', ru: 'Нет, вопрос не решён', en: 'No, it is not solved' },
} satisfies Record<Score, Text>

/** In the history, where an appeal was closed with a sum. */
export const recoveredTexts = {
  was: (sum: string) => ({
    ky: `Өндүрүлгөн сумма: ${sum}`,
    ru: `Взысканная сумма: ${sum}`,
    en: `Amount recovered: ${sum}`,
  }),
} satisfies Texts

/** In place of the topic while nobody has chosen one: a call for help comes without. */
export const topicNotSet = {
  person: { ky: 'Жардам сураган кайрылуу', ru: 'Просьба о помощи', en: 'Call for help' },
  staff: {
    ky: 'Коркунуч тууралуу кабар, темасы коюла элек',
    ru: 'Сообщение об опасности, тема ещё не указана',
    en: 'Danger report, topic not set yet',
  },
} satisfies Record<'person' | 'staff', Text>

/** The mark of an appeal's entry in the audit log, on the person's own paper. */
export const markTexts = {
  mark: { ky: 'Жазуунун белгиси', ru: 'Отметка записи', en: 'Mark of the record' },
  whatFor: {
    ky: 'Кайрылууңуз кабыл алынганы журналга ушул белги менен жазылды. Кимдир бирөө жазууну өчүрсө же өзгөртсө, бул белги боюнча аныкталат.',
    ru: 'С этой отметкой в журнал записано, что обращение принято. Если запись удалят или изменят, по отметке это обнаружится.',
    en: 'With this mark it was written into the log that your appeal was received. If anybody removes or changes that entry, the mark shows it.',
  },
} satisfies Record<'mark' | 'whatFor', Text>

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
  resolution: { ky: 'Маселени чечүү', ru: 'Решение вопроса', en: 'Solving the matter' },
} satisfies Record<ClockKind, Text>

/** What happened, in the timeline. */
export const happeningNames = {
  submitted: { ky: 'Кайрылуу кабыл алынды', ru: 'Обращение принято', en: 'The appeal was received' },
  registered: { ky: 'Кайрылуу катталды', ru: 'Обращение зарегистрировано', en: 'The appeal was registered' },
  taken: { ky: 'Кызматкер өзүнө алды', ru: 'Сотрудник взял в работу', en: 'A member of staff took it' },
  assigned: { ky: 'Кызматкерге берилди', ru: 'Поручено сотруднику', en: 'It was assigned' },
  released: {
    ky: 'Кызматкердин колунан алынды, азыр эч кимде эмес',
    ru: 'Снято с сотрудника, сейчас ни у кого',
    en: 'Taken off a member of staff; nobody has it now',
  },
  handed: { ky: 'Башка топко берилди', ru: 'Передано другой группе', en: 'It was handed to another team' },
  noted: { ky: 'Ички жазуу кошулду', ru: 'Добавлена заметка', en: 'A note was added' },
  asked: {
    ky: 'Суроо берилди, кызматтын өз мөөнөттөрү токтоду',
    ru: 'Задан вопрос, собственные сроки службы остановлены',
    en: 'A question was asked, the service’s own deadlines are paused',
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
  rated: { ky: 'Кайрылуучу жоопту баалады', ru: 'Заявитель оценил ответ', en: 'The person rated the answer' },
  reopened: { ky: 'Кайрылуу кайра ачылды', ru: 'Обращение открыто повторно', en: 'The appeal was reopened' },
  dueMoved: {
    ky: 'Календарь өзгөргөндүктөн мөөнөт жылды',
    ru: 'Срок сдвинулся: изменился календарь',
    en: 'The deadline moved because the calendar changed',
  },
} satisfies Record<Happening, Text>

/** Why something was not done, and what to do instead. */
export const refusalTexts = {
  notThere: {
    ky: 'Мындай кайрылуу жок же ал сизде эмес. Артка кайтып, кайра ачып көрүңүз.',
    ru: 'Такого обращения нет, или оно не у вас. Вернитесь назад и откройте его заново.',
    en: 'There is no such appeal, or it is not with you. Go back and open it again.',
  },
  notNow: {
    ky: 'Азыр бул кайрылуу боюнча муну кылууга болбойт. Анда эмне өзгөргөнүн караңыз.',
    ru: 'Сейчас с этим обращением так сделать нельзя. Посмотрите, что в нём изменилось.',
    en: 'This cannot be done with the appeal now. Look at what has changed in it.',
  },
  changedMeanwhile: {
    ky: 'Сиз жазып жатканда кайрылуу өзгөрдү. Карап чыгып, кайра жөнөтүңүз.',
    ru: 'Пока вы писали, обращение изменилось. Посмотрите и отправьте ещё раз.',
    en: 'The appeal changed while you were writing. Look at it and send again.',
  },
  textEmpty: { ky: 'Текст жазыңыз.', ru: 'Напишите текст.', en: 'Write something.' },
  textTooLong: {
    ky: 'Текст өтө узун. Кыскартыңыз же эки билдирүүгө бөлүп жөнөтүңүз.',
    ru: 'Текст слишком длинный. Сократите его или отправьте двумя сообщениями.',
    en: 'The text is too long. Shorten it or send it as two messages.',
  },
  reasonMissing: { ky: 'Себебин жазыңыз.', ru: 'Укажите причину.', en: 'Give a reason.' },
  normMissing: {
    ky: 'Кайсы укук ченемине таянганыңызды жазыңыз.',
    ru: 'Укажите норму права, на которой основан отказ.',
    en: 'Name the norm the refusal rests on.',
  },
  answerFirst: {
    ky: 'Адегенде жооп бериңиз, анан жабыңыз.',
    ru: 'Сначала дайте ответ, потом закрывайте.',
    en: 'Answer first, then close.',
  },
  callUnsaid: {
    ky: 'Адамга чалганыңызды же али чалуу керек экенин белгилеңиз.',
    ru: 'Отметьте, позвонили ли человеку: иначе об итоге ему никто не скажет.',
    en: 'Say whether the person was called: nothing else tells them the outcome.',
  },
  outcomeNotYours: {
    ky: 'Мындай жыйынтык менен жабууга болбойт. Башкасын тандаңыз.',
    ru: 'С таким итогом закрыть нельзя. Выберите другой.',
    en: 'You cannot close it with this outcome. Choose another.',
  },
  amountWrong: {
    ky: 'Сумманы жана валютасын текшериңиз.',
    ru: 'Проверьте сумму и валюту.',
    en: 'Check the amount and the currency.',
  },
  amountUnfit: {
    ky: 'Мындай жыйынтыкта сумма көрсөтүлбөйт. Сумманы өчүрүңүз же башка жыйынтыкты тандаңыз.',
    ru: 'С таким итогом сумму не указывают. Уберите сумму или выберите другой итог.',
    en: 'No amount goes with this outcome. Remove it or choose another outcome.',
  },
  reopenTooLate: {
    ky: 'Жабылгандан бери 30 күн өттү. Жаңы кайрылуу жөнөтүңүз.',
    ru: 'С закрытия прошло 30 дней. Отправьте новое обращение.',
    en: 'More than 30 days have passed since it was closed. Please send a new appeal.',
  },
  rateTooLate: {
    ky: 'Жабылгандан бери 30 күн өттү, бааңызды эми өзгөртүүгө болбойт.',
    ru: 'С закрытия прошло 30 дней, оценку больше изменить нельзя.',
    en: 'More than 30 days have passed since it was closed. What you said can no longer be changed.',
  },
  alreadyExtended: {
    ky: 'Мөөнөт буга чейин бир жолу узартылган, экинчи жолу узартууга болбойт.',
    ru: 'Срок уже продлевали, второй раз нельзя.',
    en: 'The deadline has already been extended once; it cannot be extended again.',
  },
  notExtendable: {
    ky: 'Азыр узартыла турган мөөнөт жок.',
    ru: 'Сейчас нет срока, который можно продлить.',
    en: 'There is no deadline to extend now.',
  },
  termOver: {
    ky: 'Мөөнөт өтүп кеткен: өткөн мөөнөт узартылбайт. Мүмкүн болушунча эртерээк жооп бериңиз.',
    ru: 'Срок уже прошёл: прошедший срок не продлевают. Дайте ответ как можно скорее.',
    en: 'The deadline has passed and can no longer be extended. Answer as soon as you can.',
  },
  dayOutOfTerm: {
    ky: 'Мөөнөттү бул күнгө чейин узартууга болбойт. Тизмеден башка күндү тандаңыз.',
    ru: 'До этого дня продлить нельзя. Выберите другой день из списка.',
    en: 'It cannot be extended to this day. Choose another from the list.',
  },
  urgencySame: {
    ky: 'Шашылыштыгы азыр деле ушундай. Башка деңгээлди тандаңыз.',
    ru: 'Такая срочность уже стоит. Выберите другой уровень.',
    en: 'It already has this urgency. Choose another level.',
  },
  urgencyTooLow: {
    ky: 'Бул темада шашылыштыгы мындан төмөн болбойт. Башка деңгээлди тандаңыз.',
    ru: 'Для этой темы срочность не может быть ниже. Выберите другой уровень.',
    en: 'This topic allows no lower level. Choose another.',
  },
  urgencyLowerNotAllowed: {
    ky: 'Шашылыштыгын төмөндөтүүгө укугуңуз жок. Көзөмөлдөөчүгө кайрылыңыз.',
    ru: 'У вас нет права понижать срочность. Обратитесь к контролёру.',
    en: 'You have no right to lower the urgency. Ask a supervisor.',
  },
  topicUnknown: {
    ky: 'Теманы тизмеден тандаңыз.',
    ru: 'Выберите тему из списка.',
    en: 'Choose a topic from the list.',
  },
  teamUnfit: {
    ky: 'Бул топко берүүгө болбойт. Башкасын тандаңыз.',
    ru: 'Этой группе передать нельзя. Выберите другую.',
    en: 'It cannot be handed to this team. Choose another.',
  },
  assigneeUnfit: {
    ky: 'Бул кызматкер ошол топто эмес. Башкасын тандаңыз.',
    ru: 'Этот сотрудник не в этой группе. Выберите другого.',
    en: 'This member of staff is not in the team. Choose another.',
  },
  alreadyProtected: {
    ky: 'Кайрылуу мурда эле коргоого алынган.',
    ru: 'Обращение уже под защитой.',
    en: 'The appeal is already protected.',
  },
} satisfies Record<ActRefusal, Text>

export const kyUncertain: readonly (keyof typeof markTexts)[] = ['mark', 'whatFor']

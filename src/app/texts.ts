import type { Texts } from '#src/kernel/lang.ts'

export const appTexts = {
  notFoundTitle: { ky: 'Мындай барак жок', ru: 'Такой страницы нет', en: 'There is no such page' },
  notFoundBody: {
    ky: 'Дарек туура эмес терилген же барак башка жерге көчкөн болушу мүмкүн.',
    ru: 'Возможно, адрес набран с ошибкой или страница переехала.',
    en: 'The address may be mistyped, or the page has moved.',
  },
  forbiddenTitle: { ky: 'Бул жерге кирүүгө уруксат жок', ru: 'Сюда нет доступа', en: 'You cannot enter here' },
  forbiddenBody: {
    ky: 'Эгер форманы жөнөткөн болсоңуз, барактын башына кайтып, кайра аракет кылып көрүңүз.',
    ru: 'Если вы отправляли форму, вернитесь на её страницу и попробуйте ещё раз.',
    en: 'If you were sending a form, go back to its page and try again.',
  },
  badRequestTitle: {
    ky: 'Суроо-талапты түшүнө алган жокпуз',
    ru: 'Мы не поняли запрос',
    en: 'We could not read the request',
  },
  badRequestBody: {
    ky: 'Артка кайтып, кайра жөнөтүп көрүңүз. Жазганыңыз төмөндө сакталды.',
    ru: 'Вернитесь назад и отправьте ещё раз. То, что вы написали, сохранено ниже.',
    en: 'Go back and send it again. What you typed is kept below.',
  },
  tooLargeTitle: { ky: 'Жөнөтүлгөн маалымат өтө чоң', ru: 'Отправлено слишком много', en: 'Too much was sent' },
  tooLargeBody: {
    ky: 'Файл 10 МБдан ашпашы керек. Кичирейтип же башка файл тандап, кайра жөнөтүңүз.',
    ru: 'Файл должен быть не больше 10 МБ. Уменьшите его или выберите другой и отправьте ещё раз.',
    en: 'A file may be at most 10 MB. Make it smaller or choose another one, and send it again.',
  },
  tooManyTitle: { ky: 'Бир аз күтө туруңуз', ru: 'Подождите немного', en: 'Please wait a little' },
  tooManyBody: {
    ky: 'Бир жерден өтө көп суроо-талап келди. Бир мүнөттөн кийин кайра аракет кылыңыз.',
    ru: 'Из одного места пришло слишком много запросов. Попробуйте ещё раз через минуту.',
    en: 'Too many requests came from one place. Try again in a minute.',
  },
  busyTitle: { ky: 'Портал азыр өтө бош эмес', ru: 'Портал сейчас перегружен', en: 'The portal is very busy now' },
  busyBody: {
    ky: 'Сиз жөнөткөн маалымат азырынча кабыл алына элек. Жарым мүнөттөн кийин кайра басыңыз. Жазганыңыз ушул баракта сакталды.',
    ru: 'Отправленное пока не принято. Нажмите ещё раз через полминуты. То, что вы написали, сохранено на этой странице.',
    en: 'What you sent has not been accepted yet. Press again in half a minute. What you typed is kept on this page.',
  },
  faultTitle: { ky: 'Бизде ката кетти', ru: 'У нас произошла ошибка', en: 'Something went wrong on our side' },
  faultBody: {
    ky: 'Кайра аракет кылып көрүңүз. Кайталанса, бул белгини айтып бериңиз:',
    ru: 'Попробуйте ещё раз. Если повторится, назовите эту метку:',
    en: 'Please try again. If it happens again, tell us this mark:',
  },
  whatYouTyped: { ky: 'Сиз жазган текст', ru: 'То, что вы написали', en: 'What you typed' },
  sendAgain: { ky: 'Кайра жөнөтүү', ru: 'Отправить ещё раз', en: 'Send again' },
  toHome: { ky: 'Башкы бетке', ru: 'На главную', en: 'To the home page' },
  dangerPhone: {
    ky: 'Өмүрүңүзгө коркунуч болсо, «Мага коркунуч бар» барагын ачыңыз.',
    ru: 'Если вам угрожает опасность, откройте страницу «Я в опасности».',
    en: 'If you are in danger, open the page “I am in danger”.',
  },
} satisfies Texts

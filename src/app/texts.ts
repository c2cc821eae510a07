import type { Texts } from '#src/kernel/lang.ts'

export const appTexts = {
  notFoundTitle: { ky: 'Мындай барак жок', ru: 'Такой страницы нет', en: 'There is no such page' },
  notFoundBody: {
    ky: 'Дарек туура эмес терилген же барак башка жерге көчкөн болушу мүмкүн. Даректи текшериңиз же башкы беттен баштаңыз.',
    ru: 'Возможно, адрес набран с ошибкой или страница переехала. Проверьте адрес или начните с главной.',
    en: 'The address may be mistyped, or the page has moved. Check the address or start from the home page.',
  },
  forbiddenTitle: { ky: 'Бул жерге кирүүгө уруксат жок', ru: 'Сюда нет доступа', en: 'You cannot enter here' },
  forbiddenBody: {
    ky: 'Форма жөнөткөн болсоңуз, форманын барагына кайтып, дагы бир жолу жөнөтүп көрүңүз.',
    ru: 'Если вы отправляли форму, вернитесь на её страницу и попробуйте ещё раз.',
    en: 'If you were sending a form, go back to its page and try again.',
  },
  badRequestTitle: {
    ky: 'Жөнөткөнүңүздү окуй алган жокпуз',
    ru: 'Не удалось прочитать отправленное',
    en: 'We could not read what was sent',
  },
  badRequestBody: {
    ky: 'Артка кайтып, кайра жөнөтүп көрүңүз. Бир нерсе жазган болсоңуз, ал төмөндө көрсөтүлдү.',
    ru: 'Вернитесь назад и отправьте ещё раз. Если вы что-то написали, это показано ниже.',
    en: 'Go back and send it again. If you wrote something, it is shown below.',
  },
  tooLargeTitle: {
    ky: 'Жөнөтүлгөн маалымат өтө чоң',
    ru: 'Отправлено слишком много данных',
    en: 'What you sent is too large',
  },
  tooLargeBody: {
    ky: 'Файл 10\u{a0}МБдан ашпашы керек. Кичирейтип же башка файл тандап, кайра жөнөтүңүз.',
    ru: 'Файл должен быть не больше 10\u{a0}МБ. Уменьшите его или выберите другой и отправьте ещё раз.',
    en: 'A file may be at most 10\u{a0}MB. Make it smaller or choose another one, and send it again.',
  },
  tooManyTitle: { ky: 'Бир аз күтө туруңуз', ru: 'Подождите немного', en: 'Please wait a little' },
  tooManyBody: {
    ky: 'Тармагыңыздан бир эле учурда өтө көп суроо-талап келди: бир тармакты көп адам колдонсо, ушундай болот. Бир мүнөттөн кийин кайра аракет кылыңыз.',
    ru: 'Из вашей сети пришло слишком много запросов сразу: так бывает, когда одной сетью пользуются многие. Попробуйте ещё раз через минуту.',
    en: 'Too many requests came from your network at once: this happens when many people share one network. Try again in a minute.',
  },
  busyTitle: { ky: 'Портал азыр бош эмес', ru: 'Портал сейчас перегружен', en: 'The portal is very busy now' },
  busyBody: {
    ky: 'Бир нерсе жөнөткөн болсоңуз, ал азырынча кабыл алына элек. Жарым мүнөттөн кийин кайра аракет кылыңыз. Жазганыңыз ушул баракта турат.',
    ru: 'Если вы что-то отправляли, это пока не принято. Попробуйте ещё раз через полминуты. То, что вы написали, осталось на этой странице.',
    en: 'If you were sending something, it has not been received yet. Try again in half a minute. What you wrote is still on this page.',
  },
  faultTitle: { ky: 'Бизде ката кетти', ru: 'У нас произошла ошибка', en: 'Something went wrong on our side' },
  faultBody: {
    ky: 'Кайра аракет кылып көрүңүз. Кайталанса, катанын ушул кодун бизге айтыңыз:',
    ru: 'Попробуйте ещё раз. Если это повторится, сообщите нам код ошибки:',
    en: 'Please try again. If it happens again, tell us this error code:',
  },
  unprovedTitle: {
    ky: 'Бул форма биздин барактан жөнөтүлгөнүн текшере албадык',
    ru: 'Не удалось проверить, что форма отправлена с нашей страницы',
    en: 'We could not tell that this form was sent from our page',
  },
  unprovedBody: {
    ky: 'Эч нерсе жөнөтүлгөн жок. Төмөндөгүнү өзүңүз жазган болсоңуз гана кайра жөнөтүңүз. Мындай нерсени жазбаган болсоңуз, бул баракты жабыңыз.',
    ru: 'Ничего не отправлено. Отправьте ещё раз, только если написанное ниже — ваше. Если вы этого не писали, закройте эту страницу.',
    en: 'Nothing was sent. Send it again only if what stands below is yours. If you did not write it, close this page.',
  },
  fileAgain: {
    ky: 'Файлды кайра тандоо керек болот: аны сактай алган жокпуз.',
    ru: 'Файл придётся выбрать заново: сохранить его не удалось.',
    en: 'You will have to choose the file again: we could not keep it.',
  },
  whatYouTyped: { ky: 'Сиз жазган текст', ru: 'То, что вы написали', en: 'What you typed' },
  sendAgain: { ky: 'Кайра жөнөтүү', ru: 'Отправить ещё раз', en: 'Send again' },
  toHome: { ky: 'Башкы бетке', ru: 'На главную', en: 'To the home page' },
  dangerPhone: {
    ky: 'Сизге коркунуч туулуп турса, «Мага коркунуч бар» барагын ачыңыз.',
    ru: 'Если вам угрожает опасность, откройте страницу «Я в опасности».',
    en: 'If you are in danger, open the page “I am in danger”.',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof appTexts)[] = ['tooManyBody', 'unprovedTitle', 'unprovedBody']

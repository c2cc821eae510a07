import type { Texts } from '#src/kernel/lang.ts'

/** The page where an appeal is opened, and the one that confirms an address. */
export const openTexts = {
  title: { ky: 'Менин кайрылуум', ru: 'Моё обращение', en: 'My appeal' },
  intro: {
    ky: 'Тилкаттагы номерди жана төрт жашыруун сөздү (же 14 санды) жазыңыз.',
    ru: 'Введите номер из расписки и четыре секретных слова (или 14 цифр).',
    en: 'Enter the number from your receipt and the four secret words (or the 14 digits).',
  },
  number: { ky: 'Кайрылуунун номери', ru: 'Номер обращения', en: 'Number of the appeal' },
  numberHint: (prefix: string) => ({
    ky: `Мисалы: ${prefix}-26-1234567-8`,
    ru: `Например: ${prefix}-26-1234567-8`,
    en: `For example: ${prefix}-26-1234567-8`,
  }),
  secret: {
    ky: 'Жашыруун сөздөр же сандар',
    ru: 'Секретные слова или цифры',
    en: 'Secret words or digits',
  },
  secretHint: {
    ky: 'Үч тилдин каалаганында, сөздөрдү боштук менен бөлүңүз. ң, ө, ү ордуна н, о, у жазса да болот.',
    ru: 'На любом из трёх языков, слова через пробел. Вместо ң, ө, ү можно писать н, о, у.',
    en: 'In any of the three languages, with spaces between the words. For ң, ө, ү you may type н, о, у.',
  },
  open: { ky: 'Ачуу', ru: 'Открыть', en: 'Open' },
  wrong: {
    ky: 'Номер менен сөздөр дал келген жок. Тилкатыңыз менен салыштырып, кайра жазыңыз.',
    ru: 'Номер и слова не подошли. Сверьтесь с распиской и введите ещё раз.',
    en: 'The number and the words do not match. Check them against your receipt and enter them again.',
  },
  wrongOften: {
    ky: 'Номер менен сөздөр дагы эле дал келген жок. Тилкатыңыз менен салыштырып, кайра жазыңыз.',
    ru: 'Номер и слова снова не подошли. Сверьтесь с распиской и введите ещё раз.',
    en: 'The number and the words still do not match. Check them against your receipt and enter them again.',
  },
  // The seconds are those of rules.ts (delayBefore).
  slower: {
    ky: 'Туура эмес аракет бештен ашты, ошондуктан эми ар бир аракетке жооп үч секундга чейин кечигип келет. Баскычты бир жолу басып, күтүңүз. Эч нерсе бөгөттөлгөн жок: сөздөр туура болсо, кайрылуу ачылат.',
    ru: 'Неудачных попыток было больше пяти, поэтому теперь ответ на каждую приходит с задержкой до трёх секунд. Нажмите один раз и подождите. Ничего не заблокировано: с верными словами обращение откроется.',
    en: 'There were more than five wrong tries, so each answer now takes up to three seconds longer. Press once and wait. Nothing is locked: with the right words your appeal opens.',
  },
  empty: {
    ky: 'Номерди да, сөздөрдү да жазыңыз.',
    ru: 'Введите и номер, и слова.',
    en: 'Enter both the number and the words.',
  },
  busy: {
    ky: 'Азыр өтө көп адам кирип жатат. Жарым мүнөттөн кийин дагы бир жолу басыңыз. Номериңиз сакталып турат, сөздөрдү кайра жазыңыз.',
    ru: 'Сейчас на портал заходит слишком много людей. Нажмите ещё раз через полминуты. Номер сохранён, слова введите снова.',
    en: 'Too many people are using the portal at this moment. Press again in half a minute. Your number is kept; enter the words again.',
  },
  ended: {
    ky: 'Коопсуздук үчүн барак 30 мүнөттөн кийин жабылды. Улантуу үчүн кайра ачыңыз.',
    ru: 'Ради безопасности страница закрылась через 30 минут. Чтобы продолжить, откройте её снова.',
    en: 'For your safety the page was closed after 30 minutes. Open it again to go on.',
  },
  kept: {
    ky: 'Жазганыңыз сакталып турат. Кайра ачсаңыз, ал ордунда болот.',
    ru: 'То, что вы написали, сохранено. Откройте обращение снова, и текст будет на месте.',
    en: 'What you wrote is kept. Open the appeal again and it will be there.',
  },
  lost: {
    ky: 'Номерди же сөздөрдү жоготуп алдыңызбы?',
    ru: 'Потеряли номер или слова?',
    en: 'Lost the number or the words?',
  },
  lostBody: {
    ky: 'Коопсуздук үчүн аларды кайра бере албайбыз: кызматкерлер да сөздөрдү көрбөйт. Жаңы кайрылуу жөнөтүп, мурда да кайрылганыңызды жазыңыз.',
    ru: 'Ради вашей безопасности мы не можем выдать их снова: сотрудники тоже не видят слов. Отправьте новое обращение и напишите, что раньше уже обращались.',
    en: 'For your safety we cannot give them out again: our staff cannot see the words either. Send a new appeal and say that you have written before.',
  },
  askNew: { ky: 'Жаңы кайрылуу', ru: 'Новое обращение', en: 'New appeal' },

  verifyTitle: { ky: 'Даректи ырастоо', ru: 'Подтверждение адреса', en: 'Confirm your address' },
  verifyBody: {
    ky: 'Бул электрондук дарек сиздики экенин ырастоо үчүн баскычты басыңыз.',
    ru: 'Нажмите кнопку, чтобы подтвердить, что этот электронный адрес ваш.',
    en: 'Press the button to confirm that this e-mail address is yours.',
  },
  verify: { ky: 'Ооба, бул менин дарегим', ru: 'Да, это мой адрес', en: 'Yes, this is my address' },
  verifiedTitle: { ky: 'Дарегиңиз ырасталды', ru: 'Адрес подтверждён', en: 'Your address is confirmed' },
  verifiedBody: {
    ky: 'Жаңылык болсо, ушул дарекке кыскача кат келет. Кайрылуунун мазмуну катка жазылбайт.',
    ru: 'Когда появятся новости, на этот адрес придёт короткое письмо. О содержании обращения в нём не будет ни слова.',
    en: 'When there is news, a short e-mail comes to this address. It does not say what your appeal is about.',
  },
  linkExpired: {
    ky: 'Бул шилтеме эскирген же мурун колдонулган. Кайрылууңузду ачып, жаңы код сураңыз.',
    ru: 'Эта ссылка устарела или уже использована. Откройте обращение и попросите новый код.',
    en: 'This link has expired or has already been used. Open your appeal and ask for a new code.',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof openTexts)[] = ['busy', 'lostBody', 'slower']

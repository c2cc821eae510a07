import type { Text, Texts } from '#src/kernel/lang.ts'

export const accessibilityTexts = {
  title: { ky: 'Жеткиликтүүлүк', ru: 'Доступность', en: 'Accessibility statement' },
  description: {
    ky: 'Портал эмне кыла алат, эмне азырынча текшериле элек жана тоскоолдук жөнүндө кантип билдирсе болот.',
    ru: 'Что портал умеет, что ещё не проверено и как сообщить о препятствии.',
    en: 'What the portal can do, what has not been tested yet and how to report a barrier.',
  },
  aim: {
    ky: 'Порталды ар ким колдоно алышы керек: көрүүсү начар, угуусу начар, чычканды колдоно албаган, арзан телефону жана жай интернети бар адам да. Биз WCAG 2.2 эрежелеринин AA деңгээлин карманабыз.',
    ru: 'Порталом должен иметь возможность пользоваться каждый: и тот, кто плохо видит или слышит, и тот, кто не может работать мышью, и тот, у кого дешёвый телефон и медленный интернет. Мы следуем правилам WCAG 2.2, уровень AA.',
    en: 'Everybody should be able to use the portal: people with poor sight or hearing, people who cannot use a mouse, people with a cheap phone and a slow connection. We follow WCAG 2.2, level AA.',
  },
  canTitle: { ky: 'Эмне кылса болот', ru: 'Что можно', en: 'What you can do' },
  can: [
    {
      ky: 'Бардык барактарды JavaScript өчүк болсо да колдонуу.',
      ru: 'Пользоваться всеми страницами без JavaScript.',
      en: 'Use every page without JavaScript.',
    },
    {
      ky: 'Чычкансыз, баскычтоп менен өтүү; кайда турганыңыз көрүнүп турат.',
      ru: 'Обходиться клавиатурой, без мыши; видно, где вы находитесь.',
      en: 'Use the keyboard instead of a mouse; you can see where you are.',
    },
    {
      ky: 'Барактын өлчөмүн төрт эсе чоңойтуу: текст экрандан чыгып кетпейт.',
      ru: 'Увеличить страницу в четыре раза: текст не уйдёт за край экрана.',
      en: 'Enlarge the page four times: the text does not run off the screen.',
    },
    {
      ky: 'Барактарды экрандан окуп берүүчү программа менен угуу.',
      ru: 'Слушать страницы через программу чтения с экрана.',
      en: 'Listen to the pages with a screen reader.',
    },
    {
      ky: 'Номерди жана жашыруун сөздөрдү көчүрүп алып, тиешелүү жерге коюу.',
      ru: 'Копировать и вставлять номер и секретные слова.',
      en: 'Copy and paste the number and the secret words.',
    },
    {
      ky: 'Жазгандарыңызды жоготпой, кийин улантуу: ар бир кадам сакталат.',
      ru: 'Прерваться и продолжить позже: каждый шаг сохраняется.',
      en: 'Stop and go on later: every step is saved.',
    },
  ],
  testedTitle: { ky: 'Кантип текшердик', ru: 'Как мы проверяли', en: 'How we tested' },
  tested: {
    ky: 'Ар бир өзгөртүүдөн кийин барактар автоматтык түрдө текшерилет: axe программасы менен жана туурасы 320 пиксель экранда (бул 1280 пикселди төрт эсе чоңойткондой). Кызматкердин жумушу башынан аягына чейин баскычтоп менен гана аткарып көрүлөт.',
    ru: 'После каждого изменения страницы проверяются автоматически: программой axe и на экране шириной 320 пикселей (это то же, что 1280 при увеличении в четыре раза). Работа сотрудника проходится от начала до конца одной клавиатурой.',
    en: 'After every change the pages are tested automatically: with the program axe, and on a screen 320 pixels wide (the same as 1,280 enlarged four times). A member of staff’s work is walked from end to end with the keyboard alone.',
  },
  gapsTitle: { ky: 'Эмне азырынча жок', ru: 'Чего пока нет', en: 'What is missing' },
  gaps: [
    {
      ky: 'Портал майыптыгы бар адамдар менен бирге текшериле элек.',
      ru: 'Портал ещё не проверяли вместе с людьми с инвалидностью.',
      en: 'The portal has not been tested together with disabled people yet.',
    },
    {
      ky: 'Кайрылуучулардын барактарын баскычтоп менен гана жана экрандан окуп берүүчү программа менен адам азырынча башынан аягына чейин өтө элек.',
      ru: 'Страницы для заявителей человек ещё не проходил от начала до конца одной клавиатурой и с программой чтения с экрана.',
      en: 'Nobody has yet walked the pages for people who appeal from end to end with the keyboard alone, or with a screen reader.',
    },
    {
      ky: 'Айрым кыргызча тексттерди редактор текшере элек.',
      ru: 'Некоторые кыргызские тексты ещё не проверил редактор.',
      en: 'Some Kyrgyz texts have not been checked by an editor yet.',
    },
    {
      ky: 'Адамдар жана кызматкерлер кошкон файлдар окуп берүүчү программага ылайыксыз болушу мүмкүн. Андайда текст түрүндө сураңыз.',
      ru: 'Файлы, которые прикладывают люди и сотрудники, программа чтения с экрана может не прочитать. Тогда попросите прислать текст.',
      en: 'Files that people and staff attach may not be readable with a screen reader. Then ask for a text instead.',
    },
    {
      ky: 'Жаңсоо тилиндеги жана жөнөкөйлөштүрүлгөн тексттер жок.',
      ru: 'Нет материалов на жестовом языке и на простом языке.',
      en: 'There is nothing in sign language or in easy language.',
    },
  ],
  reportTitle: { ky: 'Тоскоолдук болсо, айтыңыз', ru: 'Сообщите о препятствии', en: 'Tell us about a barrier' },
  report: {
    ky: 'Портал сизге ыңгайсыз болсо, жазыңыз: кайсы барак, эмне болду, кандай шайман же программа колдондуңуз. Аты-жөнүңүз керек эмес.',
    ru: 'Если портал вам неудобен, напишите: какая страница, что случилось, каким устройством или программой вы пользуетесь. Имя не нужно.',
    en: 'If the portal does not work for you, write to us: which page, what happened, what device or program you use. You need not give your name.',
  },
  reportLink: { ky: 'Портал жөнүндө жазуу', ru: 'Написать о портале', en: 'Write about the portal' },
} as const satisfies Readonly<Record<string, Texts[string] | readonly Text[]>>

/** Kyrgyz that an editor of the service must check. */
export const kyUncertain: readonly (keyof typeof accessibilityTexts)[] = ['title', 'can', 'tested', 'gaps']

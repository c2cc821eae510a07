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
      ky: 'Баскычтоп менен гана өтүү; кайда турганыңыз көрүнүп турат.',
      ru: 'Обходиться одной клавиатурой; видно, где вы находитесь.',
      en: 'Get everywhere with the keyboard alone; you can see where you are.',
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
    ky: 'Ар бир өзгөртүүдөн кийин барактар axe программасы менен, эң кичине экранда (320 пиксель), төрт эсе чоңойтулганда жана баскычтоп менен автоматтык түрдө текшерилет.',
    ru: 'После каждого изменения страницы автоматически проверяются программой axe, на самом узком экране (320 пикселей), при увеличении в четыре раза и с клавиатуры.',
    en: 'After every change the pages are tested automatically: with the program axe, on the narrowest screen (320 pixels), enlarged four times, and with the keyboard.',
  },
  gapsTitle: { ky: 'Эмне азырынча жок', ru: 'Чего пока нет', en: 'What is missing' },
  gaps: [
    {
      ky: 'Портал майыптыгы бар адамдар менен бирге текшериле элек.',
      ru: 'Портал ещё не проверяли вместе с людьми с инвалидностью.',
      en: 'The portal has not been tested together with disabled people yet.',
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

import type { Text, Texts } from '#src/kernel/lang.ts'

export type KeyHint = { readonly keys: readonly string[]; readonly text: Text }

/** The keys of the staff pages; islands/staff-keys.ts does what stands here. */
export const keyHints = {
  queue: [
    { keys: ['j', 'k'], text: { ky: 'кийинки, мурунку', ru: 'следующее, предыдущее', en: 'next, previous' } },
    { keys: ['Enter'], text: { ky: 'ачуу', ru: 'открыть', en: 'open' } },
    { keys: ['/'], text: { ky: 'номери боюнча издөө', ru: 'поиск по номеру', en: 'find by number' } },
  ],
  appeal: [
    { keys: ['t'], text: { ky: 'кайрылууну өзүмө алуу', ru: 'взять обращение себе', en: 'take the appeal' } },
    { keys: ['a'], text: { ky: 'жооп жазуу', ru: 'написать ответ', en: 'write an answer' } },
  ],
  all: [{ keys: ['?'], text: { ky: 'бул тизмени ачуу', ru: 'открыть этот список', en: 'open this list' } }],
} as const satisfies Record<string, readonly KeyHint[]>

export const keyTexts = {
  title: { ky: 'Баскычтар', ru: 'Клавиши', en: 'Keys' },
  onQueue: { ky: 'Кезекте', ru: 'В очереди', en: 'In a queue' },
  onAppeal: { ky: 'Кайрылуунун барагында', ru: 'На странице обращения', en: 'On the page of an appeal' },
  everywhere: { ky: 'Экөөндө тең', ru: 'На обеих', en: 'On both' },
  why: {
    ky: 'Бир баскычты басканда иштейт, орусча же кыргызча баскычтопто да ошол эле баскычтар. Текст жазып жатканда иштебейт. Компьютерди үн менен башкарсаңыз же баскычтар тоскоол болсо, аларды өчүрүп коюңуз.',
    ru: 'Работают одним нажатием; в русской и кыргызской раскладке это те же клавиши. Пока вы пишете текст, они не действуют. Если вы управляете компьютером голосом или клавиши мешают, выключите их.',
    en: 'They work with one press, and in a Russian or Kyrgyz layout they are the same keys. They do nothing while you write. If you steer the computer by voice, or the keys get in your way, switch them off.',
  },
  areOn: { ky: 'Баскычтар күйгүзүлгөн.', ru: 'Клавиши включены.', en: 'The keys are on.' },
  areOff: { ky: 'Баскычтар өчүрүлгөн.', ru: 'Клавиши выключены.', en: 'The keys are off.' },
  turnOff: { ky: 'Баскычтарды өчүрүү', ru: 'Выключить клавиши', en: 'Switch the keys off' },
  turnOn: { ky: 'Баскычтарды күйгүзүү', ru: 'Включить клавиши', en: 'Switch the keys on' },
  toSwitch: {
    ky: 'Баскычтарды өчүрсө болот: «Менин аккаунтум»',
    ru: 'Клавиши можно выключить: «Моя учётная запись»',
    en: 'The keys can be switched off: “My account”',
  },
} satisfies Texts

export const kyUncertain: readonly (keyof typeof keyTexts)[] = ['title', 'why']

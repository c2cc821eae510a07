/** One of several by weight. */
export type Weighted<Of> = readonly (readonly [Of, number])[]

/** Of which topics appeals are: shares of the load model, shared evenly inside a group. */
export const topicMix: Weighted<readonly string[]> = [
  [['stay-registration'], 22],
  [['controlled-register'], 12],
  [['entry-ban'], 10],
  [['lost-passport', 'passport-renewal', 'civil-acts', 'certificates'], 16],
  [['unpaid-wages'], 9],
  [['contract-conditions'], 5],
  [['detention-deportation'], 5],
  [['health', 'children', 'pension'], 7],
  [['agency-fraud', 'job-programmes', 'money-transfer'], 6],
  [['visa-stay-kg', 'work-permit-kg', 'residence-kg', 'asylum-kg'], 5],
  [['meken-card', 'kairylman', 'citizenship'], 2],
  [
    [
      'work-accident',
      'passport-withheld',
      'permits-abroad',
      'trafficking',
      'violence-police',
      'death-repatriation',
      'missing-person',
      'crisis-evacuation',
      'armed-recruitment',
      'return-reintegration',
      'complaint-official',
      'feedback',
    ],
    1,
  ],
]

/** Two thirds of the people abroad are in Russia (load model); the rest is a guess. */
export const countryMix: Weighted<string> = [
  ['RU', 67],
  ['KZ', 7],
  ['TR', 6],
  ['KR', 4],
  ['AE', 4],
  ['GB', 3],
  ['DE', 3],
  ['US', 2],
  ['PL', 1],
  ['IT', 1],
  ['SA', 1],
  ['CN', 1],
]

/** Foreigners in Kyrgyzstan: of which citizenship. A guess. */
export const foreignerMix: Weighted<string> = [
  ['CN', 30],
  ['IN', 25],
  ['PK', 15],
  ['UZ', 15],
  ['TR', 10],
  ['TJ', 5],
]

export const langMix: Weighted<'ky' | 'ru' | 'en'> = [
  ['ky', 48],
  ['ru', 48],
  ['en', 4],
]
export const foreignerLangMix: Weighted<'ky' | 'ru' | 'en'> = [
  ['en', 60],
  ['ru', 40],
]

export const reachMix: Weighted<'email' | 'phone' | 'portalOnly' | 'no' | 'none'> = [
  ['email', 55],
  ['phone', 20],
  ['portalOnly', 8],
  ['no', 2],
  ['none', 15],
]

export const cities: Readonly<Record<string, readonly string[]>> = {
  RU: ['Москва', 'Санкт-Петербург', 'Екатеринбург', 'Новосибирск', 'Казань', 'Красноярск', 'Якутск'],
  KZ: ['Алматы', 'Астана', 'Шымкент'],
  TR: ['Стамбул', 'Анкара', 'Анталья'],
  KR: ['Сеул', 'Ансан', 'Пусан'],
  AE: ['Dubai', 'Abu Dhabi', 'Sharjah'],
  KG: ['Бишкек', 'Ош', 'Каракол'],
}

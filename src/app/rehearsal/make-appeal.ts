import { createHash } from 'node:crypto'
import type { Lang } from '#src/kernel/lang.ts'
import type { Answer, ImportedAct, ImportedAppeal } from '#src/modules/appeals/index.ts'
import { catalogue, type Topic } from '#src/modules/catalogue/index.ts'
import { diceOf, type Dice } from './draw.ts'
import { cities, countryMix, foreignerLangMix, foreignerMix, langMix, reachMix, topicMix } from './mix.ts'
import { madeUpEmail, madeUpName, madeUpPhone } from './people.ts'
import { anyTopic, sentences } from './sentences.ts'
import { answers, closings, details, greetings, notes, questions, replies } from './talk.ts'

const DAY_MS = 86_400_000
/** Over how long a time the appeals of a rehearsal came. */
const YEAR_DAYS = 365
const NUMBERS = 10_000_000

/** The `place`-th made-up appeal of a seed; its moments are counted back from `now`. No two places share a number. */
export function makeAppeal(seed: number, place: number, now: Date): ImportedAppeal {
  const dice = diceOf(seed, place)
  const topic = topicOf(dice)
  const isForeigner = topic.audience === 'foreigner'
  const lang = dice.weighted(isForeigner ? foreignerLangMix : langMix)
  const country = isForeigner ? 'KG' : dice.weighted(countryMix)
  const submittedAt = new Date(now.getTime() - Math.floor(dice.next() * YEAR_DAYS * DAY_MS))
  const inDanger = dice.chance(0.004)
  const onBehalf = dice.chance(0.12)
  return {
    formKey: createHash('sha256').update(`rehearsal ${seed} ${place}`).digest().subarray(0, 16),
    digits: (place * 7_368_787 + (seed % NUMBERS)) % NUMBERS,
    submittedAt,
    kind: dice.chance(0.6) ? 'consultation' : 'problem-report',
    topicId: topic.id,
    lang,
    message: wordsOf(dice, topic.id, lang),
    answers: answersOf(dice, topic),
    country,
    city: dice.chance(0.8) ? cityOf(dice, country) : undefined,
    citizenship: isForeigner ? dice.weighted(foreignerMix) : 'KG',
    asWho: isForeigner
      ? 'foreigner'
      : onBehalf
        ? 'relative'
        : topic.audience === 'compatriot'
          ? 'compatriot'
          : 'citizen',
    onBehalf,
    inDanger,
    wantsProtection: dice.chance(0.01),
    person: personOf(dice, place, lang),
    channel: inDanger ? 'danger' : 'web',
    acts: actsOf(dice, lang, submittedAt, now),
  }
}

function topicOf(dice: Dice): Topic {
  const known = topicMix
    .map(([ids, weight]) => [ids.flatMap((id) => catalogue().topic(id) ?? []), weight] as const)
    .filter(([topics]) => topics.length > 0)
  return dice.one(dice.weighted(known))
}

const wordsOf = (dice: Dice, topicId: string, lang: Lang): string =>
  [
    dice.one(greetings)[lang],
    (sentences[topicId] ?? anyTopic)[lang],
    ...details.filter(() => dice.chance(0.35)).map((text) => text[lang]),
    dice.one(closings)[lang],
  ].join(' ')

function answersOf(dice: Dice, topic: Topic): Record<string, Answer> {
  const made = topic.triageQuestions.flatMap((id): [string, Answer][] => {
    const question = catalogue().question(id)
    if (!question || dice.chance(0.4)) return []
    // "Yes" is what makes an appeal urgent: few have it.
    if (question.type === 'yesno') return [[id, dice.chance(0.05) ? 'yes' : 'no']]
    return question.type === 'choice' && question.options ? [[id, dice.one(question.options).id]] : []
  })
  return Object.fromEntries(made)
}

const cityOf = (dice: Dice, country: string): string | undefined => {
  const known = cities[country]
  return known && dice.one(known)
}

function personOf(dice: Dice, place: number, lang: Lang): ImportedAppeal['person'] {
  const reach = dice.weighted(reachMix)
  const name = dice.chance(0.85) ? { name: madeUpName(dice, lang) } : {}
  if (reach === 'email') return { ...name, contacts: [{ kind: 'email', value: madeUpEmail(place) }], isSafe: 'yes' }
  if (reach === 'phone') return { ...name, contacts: [{ kind: 'phone', value: madeUpPhone(place) }], isSafe: 'yes' }
  if (reach === 'none') return { contacts: [], isSafe: 'none' }
  return { ...name, contacts: [{ kind: 'email', value: madeUpEmail(place) }], isSafe: reach }
}

/** A usual history, cut off at the present moment; one in six was left lying at some point of it. */
function actsOf(dice: Dice, lang: Lang, from: Date, now: Date): ImportedAct[] {
  let at = from.getTime()
  // Whole minutes: people do not act to the millisecond.
  const after = (fewest: number, most: number) =>
    new Date((at += Math.ceil(dice.between(fewest, most) * 1440) * 60_000))
  const registered: ImportedAct = { what: 'registered', at: after(0.02, 1.5) }
  const taken: ImportedAct = { what: 'taken', at: after(0.01, 1) }
  const noted: ImportedAct[] = dice.chance(0.2)
    ? [{ what: 'noted', at: after(0.05, 1), text: dice.one(notes)[lang] }]
    : []
  const asked: ImportedAct[] = dice.chance(0.35)
    ? [
        { what: 'asked', at: after(0.1, 2), text: dice.one(questions)[lang] },
        { what: 'replied', at: after(0.1, 4), text: dice.one(replies)[lang] },
      ]
    : []
  const answered: ImportedAct = { what: 'answered', at: after(0.5, 6), text: dice.one(answers)[lang] }
  const closed: ImportedAct = dice.chance(0.3)
    ? { what: 'closed', at: after(0.5, 10), outcome: 'solved', by: 'person' }
    : { what: 'closed', at: after(5, 20), outcome: dice.chance(0.7) ? 'adviceGiven' : 'partlySolved', by: 'staff' }
  const whole = [registered, taken, ...noted, ...asked, answered, closed]
  const left = dice.chance(1 / 6) ? Math.floor(dice.next() * whole.length) : whole.length
  return whole.slice(0, left).filter((act) => act.at <= now)
}

import type { Lang } from '#src/kernel/lang.ts'
import type { Body } from './bodies.ts'
import type { CalendarData } from './calendar.ts'
import { otherCountryAmong } from './countries.ts'
import type { Country, Mission } from './countries.ts'
import type { DeadlineRule } from './deadline-rules.ts'
import type { CatalogueFiles } from './files.ts'
import type { Formats } from './formats.ts'
import type { GlossaryTerm } from './glossary.ts'
import type { Option, Source } from './pieces.ts'
import type { RoutingRow } from './routing.ts'
import type { OwnerSettings } from './settings.ts'
import type { Question, Topic, TopicGroup, UrgencyId, UrgencyLevel } from './topics.ts'

/** 2,048 words of one language. `version` changes with any word: it is kept beside each secret. */
export type WordList = { readonly version: string; readonly list: readonly string[] }

/** Law and words as data, checked and frozen. */
export type Catalogue = {
  /** Of all its files as they lie in the folder: changes with any of them. */
  readonly digest: string
  readonly settings: OwnerSettings
  /** In the groups' order, as they are shown. */
  readonly topics: readonly Topic[]
  readonly topicGroups: readonly TopicGroup[]
  readonly questions: ReadonlyMap<string, Question>
  readonly commonQuestions: readonly string[]
  /** Answers of every `yesno` question: ids `yes` and `no`. */
  readonly yesNoOptions: readonly Option[]
  readonly attachmentKinds: readonly Option[]
  /** The most urgent first. */
  readonly urgencyLevels: readonly UrgencyLevel[]
  readonly bodies: readonly Body[]
  readonly missions: readonly Mission[]
  readonly missionKinds: readonly Option[]
  readonly countries: readonly Country[]
  readonly routingRows: readonly RoutingRow[]
  readonly routingReasons: readonly Option[]
  readonly fallbackBody: string
  /** Topic id → the question whose answer, a country, routes it. */
  readonly countryQuestions: ReadonlyMap<string, string>
  readonly holidays: CalendarData
  readonly rules: readonly DeadlineRule[]
  readonly formats: Formats
  readonly glossary: readonly GlossaryTerm[]
  readonly words: Readonly<Record<Lang, WordList>>

  readonly topic: (id: string) => Topic | undefined
  readonly topicGroup: (id: string) => TopicGroup | undefined
  readonly question: (id: string) => Question | undefined
  readonly body: (id: string) => Body | undefined
  readonly mission: (id: string) => Mission | undefined
  /** Also OTHER_COUNTRY, which is not among `countries`. */
  readonly country: (iso: string) => Country | undefined
  readonly source: (id: string) => Source | undefined
  readonly rule: (id: string) => DeadlineRule | undefined
  readonly urgency: (id: UrgencyId) => UrgencyLevel
}

/** Makes look-ups of files that were checked before. */
export function catalogueFrom(files: CatalogueFiles, words: Catalogue['words'], digest: string): Catalogue {
  const { settings, topics, bodies, countries, routing, calendar, deadlineRules, formats, glossary } = files
  const topicGroups = topics.groups.toSorted((one, other) => one.order - other.order)
  const missions = countries.countries.flatMap((country) => country.kgMissions)
  const urgencyLevels = topics.urgencyLevels.toSorted((one, other) => other.rank - one.rank)
  const sources = new Map(
    Object.values(files).flatMap((file) => ('sources' in file ? Object.entries(file.sources) : [])),
  )
  const questions = byId(topics.questionBank)
  const other = otherCountryAmong(countries.countries, settings.numberTimeZone)
  const countriesByIso = new Map([...countries.countries, other].map((country) => [country.iso, country]))
  return Object.freeze({
    digest,
    settings,
    topics: topicGroups.flatMap((group) => topics.topics.filter((topic) => topic.group === group.id)),
    topicGroups,
    questions,
    commonQuestions: topics.commonQuestions,
    yesNoOptions: topics.yesNoOptions,
    attachmentKinds: topics.attachmentKinds,
    urgencyLevels,
    bodies: bodies.bodies,
    missions,
    missionKinds: countries.missionKinds,
    countries: countries.countries,
    routingRows: routing.rows,
    routingReasons: routing.reasons,
    fallbackBody: routing.fallbackBody,
    countryQuestions: new Map(routing.countryFromAnswer.map(({ topic, question }) => [topic, question])),
    holidays: calendar,
    rules: deadlineRules.rules,
    formats,
    glossary: glossary.terms,
    words,
    topic: finder(topics.topics),
    topicGroup: finder(topicGroups),
    question: (id: string) => questions.get(id),
    body: finder(bodies.bodies),
    mission: finder(missions),
    country: (iso: string) => countriesByIso.get(iso),
    source: (id: string) => sources.get(id),
    rule: finder(deadlineRules.rules),
    urgency: (id: UrgencyId) => levelOf(urgencyLevels, id),
  })
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]))

function finder<Item extends { readonly id: string }>(items: readonly Item[]) {
  const found = byId(items)
  return (id: string) => found.get(id)
}

function levelOf(levels: readonly UrgencyLevel[], id: UrgencyId): UrgencyLevel {
  const level = levels.find((one) => one.id === id)
  if (!level) throw new Error(`The catalogue has no urgency level "${id}".`)
  return level
}

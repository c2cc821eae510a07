import type { Catalogue, DeadlineRule, StatutoryTerm, Topic, TopicGroup } from '#src/modules/catalogue/index.ts'
import { statutoryTerm } from '#src/modules/catalogue/rules/deadline-rules.ts'

/** Foreigners in Kyrgyzstan have a way in of their own. */
export const FOREIGNERS_GROUP = 'foreigner'
/** About the portal itself, its staff and its data. */
export const FEEDBACK_TOPIC = 'feedback'
export const COMPLAINT_TOPIC = 'complaint-official'

export type GroupWithTopics = { readonly group: TopicGroup; readonly topics: readonly Topic[] }

/** All topics by group, in the order they are shown. */
export const topicsByGroup = ({ topicGroups, topics }: Catalogue): GroupWithTopics[] =>
  topicGroups.map((group) => ({ group, topics: topics.filter((topic) => topic.group === group.id) }))

/** Topics for foreigners in Kyrgyzstan, and those that are open to everybody. */
export function topicsForForeigners({ topics }: Catalogue): { own: Topic[]; others: Topic[] } {
  const own = topics.filter(({ group }) => group === FOREIGNERS_GROUP)
  return { own, others: topics.filter((topic) => topic.audience === 'all' && !own.includes(topic)) }
}

export type LegalTerm = {
  readonly term: StatutoryTerm
  readonly rule: DeadlineRule
  /** Title and day of each. */
  readonly sources: readonly string[]
}

/** What the law promises to whoever appeals, on a day: registration, then the answer. Terms that are not in force are left out. */
export function legalTerms(law: Catalogue, day: string): LegalTerm[] {
  const { statutory } = law.urgency('normal')
  return [statutory.registration, statutory.answer].flatMap((id) => {
    const rule = law.rule(id)
    const term = rule && statutoryTerm(rule, day)
    if (!rule || !term) return []
    const version = rule.versions.find((one) => one.version === term.version)
    const sources = (version?.source ?? []).flatMap((id) => {
      const source = law.source(id)
      return source ? [source.date === '' ? source.title : `${source.title} (${source.date})`] : []
    })
    return [{ term, rule, sources }]
  })
}

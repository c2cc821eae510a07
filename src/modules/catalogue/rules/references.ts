import type { BodiesFile } from './bodies.ts'
import type { CatalogueFiles, FileKey } from './files.ts'
import type { Condition, Question, TopicsFile } from './topics.ts'

export type Path = readonly PropertyKey[]
/** What is wrong, and where: a path inside one file. */
export type Finding = { readonly file: FileKey; readonly path: Path; readonly what: string }

/** Files that could be read; what refers to a file that could not is left unchecked until that file is mended. */
type Given = Partial<CatalogueFiles>
/** Undefined while the file that holds the ids is broken. */
type Ids = ReadonlySet<string> | undefined
type Known = Readonly<Record<'topic' | 'body' | 'question' | 'rule' | 'mission' | 'country' | 'attachment', Ids>>

/** Everything that names something else must name something that exists; every id exists once. */
export function findBrokenReferences(given: Given): Finding[] {
  const known = knownIds(given)
  return [
    ...(given.settings ? named(known.body, 'body', given.settings.ownerBody, 'settings', ['ownerBody']) : []),
    ...(given.settings ? named(known.topic, 'topic', given.settings.dangerTopic, 'settings', ['dangerTopic']) : []),
    ...(given.topics ? inTopics(given.topics, known) : []),
    ...(given.bodies ? inBodies(given.bodies, known) : []),
    ...inCountries(given, known),
    ...inRouting(given, known),
    ...inRules(given),
    ...doubles(given),
    ...unknownSources(given),
  ]
}

function knownIds({ topics, bodies, countries, deadlineRules }: Given): Known {
  const ids = (items: readonly { readonly id: string }[] | undefined): Ids =>
    items && new Set(items.map(({ id }) => id))
  return {
    topic: ids(topics?.topics),
    question: ids(topics?.questionBank),
    attachment: ids(topics?.attachmentKinds),
    body: ids(bodies?.bodies),
    rule: ids(deadlineRules?.rules),
    mission: ids(countries?.countries.flatMap((country) => country.kgMissions)),
    country: countries && new Set(countries.countries.map(({ iso }) => iso)),
  }
}

function named(ids: Ids, kind: string, id: string, file: FileKey, path: Path): Finding[] {
  return ids === undefined || ids.has(id) ? [] : [{ file, path, what: `there is no ${kind} "${id}"` }]
}

const allNamed = (ids: Ids, kind: string, list: readonly string[], file: FileKey, path: Path) =>
  list.flatMap((id, at) => named(ids, kind, id, file, [...path, at]))

function inTopics(file: TopicsFile, known: Known): Finding[] {
  const groups = new Set(file.groups.map(({ id }) => id))
  const questions = new Map(file.questionBank.map((question) => [question.id, question]))
  const levels = file.urgencyLevels.flatMap(({ statutory }, at) =>
    Object.entries(statutory).flatMap(([term, rule]) =>
      named(known.rule, 'rule', rule, 'topics', ['urgencyLevels', at, 'statutory', term]),
    ),
  )
  const bank = file.questionBank.flatMap((question, at) => [
    ...conditions(question.showIf, ['questionBank', at, 'showIf'], questions, known),
    ...conditions(question.escalate, ['questionBank', at, 'escalate'], questions, known),
  ])
  const common = file.commonQuestions.flatMap((id, at) => [
    ...named(known.question, 'question', id, 'topics', ['commonQuestions', at]),
    ...(questions.get(id)?.common === false
      ? [{ file: 'topics' as const, path: ['commonQuestions', at], what: `question "${id}" is not marked as common` }]
      : []),
  ])
  const topics = file.topics.flatMap((topic, at) => {
    const path = ['topics', at]
    return [
      ...named(groups, 'group', topic.group, 'topics', [...path, 'group']),
      ...named(known.body, 'body', topic.primaryBody, 'topics', [...path, 'primaryBody']),
      ...allNamed(known.body, 'body', topic.otherBodies, 'topics', [...path, 'otherBodies']),
      ...allNamed(known.question, 'question', topic.triageQuestions, 'topics', [...path, 'triageQuestions']),
      ...allNamed(known.attachment, 'kind of attachment', topic.usefulAttachments, 'topics', [
        ...path,
        'usefulAttachments',
      ]),
      ...allNamed(known.rule, 'rule', topic.deadlineRules, 'topics', [...path, 'deadlineRules']),
      ...conditions(topic.escalateWhen, [...path, 'escalateWhen'], questions, known),
      ...wrongOrder(topic.triageQuestions, questions, [...path, 'triageQuestions']),
    ]
  })
  return [...levels, ...bank, ...common, ...topics]
}

/** A condition names a question that exists, and an answer that this question can have. */
function conditions(
  list: readonly Condition[],
  path: Path,
  questions: ReadonlyMap<string, Question>,
  known: Known,
): Finding[] {
  return list.flatMap((condition, at): Finding[] => {
    const here = [...path, at]
    const asked = questions.get(condition.question)
    if (!asked)
      return [{ file: 'topics', path: [...here, 'question'], what: `there is no question "${condition.question}"` }]
    const possible = answersOf(asked, known)
    const wanted = typeof condition.value === 'number' ? [] : [condition.value].flat()
    return wanted
      .filter((value) => possible !== undefined && !possible.has(value))
      .map((value) => ({
        file: 'topics',
        path: [...here, 'value'],
        what: `question "${asked.id}" has no answer "${value}"`,
      }))
  })
}

function answersOf(question: Question, known: Known): Ids {
  if (question.type === 'yesno') return new Set(['yes', 'no'])
  if (question.type === 'country') return known.country
  return question.options && new Set(question.options.map(({ id }) => id))
}

// A question that decides whether another is asked stands before it, or the person would see it too late.
function wrongOrder(asked: readonly string[], questions: ReadonlyMap<string, Question>, path: Path): Finding[] {
  return asked.flatMap((id, at): Finding[] => {
    const later = questions.get(id)?.showIf.filter(({ question }) => asked.indexOf(question) > at) ?? []
    return later.map(({ question }) => ({
      file: 'topics',
      path: [...path, at],
      what: `"${id}" depends on "${question}", which is asked later`,
    }))
  })
}

function inBodies(file: BodiesFile, known: Known): Finding[] {
  const bodies = file.bodies.flatMap((body, at) => {
    const path = ['bodies', at]
    return [
      ...(body.country === null ? [] : named(known.country, 'country', body.country, 'bodies', [...path, 'country'])),
      ...(body.serves === '*' ? [] : allNamed(known.country, 'country', body.serves, 'bodies', [...path, 'serves'])),
      ...(body.resolvesTo
        ? named(known.body, 'body', body.resolvesTo.else, 'bodies', [...path, 'resolvesTo', 'else'])
        : []),
    ]
  })
  const flows = file.referralFlows.flatMap((flow, at) =>
    named(known.topic, 'topic', flow.topic, 'bodies', ['referralFlows', at, 'topic']),
  )
  return [...bodies, ...flows]
}

function inCountries({ countries }: Given, known: Known): Finding[] {
  const kinds = countries && new Set(countries.missionKinds.map(({ id }) => id))
  return (countries?.countries ?? []).flatMap((country, at) => {
    const path = ['countries', at]
    return [
      ...(country.coveredBy
        ? named(known.mission, 'mission', country.coveredBy.mission, 'countries', [...path, 'coveredBy', 'mission'])
        : []),
      ...allNamed(known.rule, 'rule', country.deadlineRules, 'countries', [...path, 'deadlineRules']),
      ...country.kgMissions.flatMap((mission, nth) => [
        ...named(kinds, 'kind of mission', mission.kind, 'countries', [...path, 'kgMissions', nth, 'kind']),
        ...named(new Set([country.iso]), 'such country here:', mission.country, 'countries', [
          ...path,
          'kgMissions',
          nth,
          'country',
        ]),
      ]),
    ]
  })
}

function inRouting({ routing }: Given, known: Known): Finding[] {
  if (!routing) return []
  const reasons = new Set(routing.reasons.map(({ id }) => id))
  const rows = routing.rows.flatMap((row, at) => {
    const path = ['rows', at]
    return [
      ...named(known.topic, 'topic', row.topic, 'routing', [...path, 'topic']),
      ...(row.country === '*' ? [] : named(known.country, 'country', row.country, 'routing', [...path, 'country'])),
      ...named(known.body, 'body', row.body, 'routing', [...path, 'body']),
      ...named(reasons, 'reason', row.reason, 'routing', [...path, 'reason']),
    ]
  })
  const byAnswer = routing.countryFromAnswer.flatMap(({ topic, question }, at) => [
    ...named(known.topic, 'topic', topic, 'routing', ['countryFromAnswer', at, 'topic']),
    ...named(known.question, 'question', question, 'routing', ['countryFromAnswer', at, 'question']),
  ])
  return [...named(known.body, 'body', routing.fallbackBody, 'routing', ['fallbackBody']), ...byAnswer, ...rows]
}

// A rule may be used only when one of its versions may.
function inRules({ deadlineRules }: Given): Finding[] {
  return (deadlineRules?.rules ?? []).flatMap((rule, at): Finding[] =>
    rule.enabled === rule.versions.some((version) => version.enabled)
      ? []
      : [{ file: 'deadlineRules', path: ['rules', at, 'enabled'], what: 'says otherwise than its versions' }],
  )
}

function doubles({ topics, bodies, countries, deadlineRules, routing, calendar, glossary }: Given): Finding[] {
  const twice = (file: FileKey, list: string, keys: readonly string[] | undefined): Finding[] =>
    (keys ?? []).flatMap((key, at) =>
      keys?.indexOf(key) === at ? [] : [{ file, path: [list, at], what: `"${key}" stands here a second time` }],
    )
  const ids = (items: readonly { readonly id: string }[] | undefined) => items?.map(({ id }) => id)
  return [
    ...twice('topics', 'topics', ids(topics?.topics)),
    ...twice('topics', 'groups', ids(topics?.groups)),
    ...twice('topics', 'questionBank', ids(topics?.questionBank)),
    ...twice('topics', 'urgencyLevels', ids(topics?.urgencyLevels)),
    ...twice('topics', 'attachmentKinds', ids(topics?.attachmentKinds)),
    ...twice('bodies', 'bodies', ids(bodies?.bodies)),
    ...twice(
      'countries',
      'countries',
      countries?.countries.map(({ iso }) => iso),
    ),
    ...twice('deadlineRules', 'rules', ids(deadlineRules?.rules)),
    ...twice(
      'routing',
      'rows',
      routing?.rows.map(({ topic, country }) => `${topic} × ${country}`),
    ),
    ...twice('calendar', 'days', ids(calendar?.days)),
    ...twice('glossary', 'terms', ids(glossary?.terms)),
  ]
}

function unknownSources(given: Given): Finding[] {
  return Object.entries(given).flatMap(([key, content]) => {
    if (!content || !('sources' in content)) return []
    const known = new Set(Object.keys(content.sources))
    // The entries of `given` are its keys.
    const file = key as FileKey
    return sourcesIn(content, []).flatMap(({ id, path }) => named(known, 'source', id, file, path))
  })
}

/** Every id in a list called `source`, at any depth. */
function sourcesIn(value: unknown, path: Path): { id: string; path: Path }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, key]
    if (key !== 'source' || !Array.isArray(inner)) return sourcesIn(inner, here)
    return inner.flatMap((id: unknown, at) => (typeof id === 'string' ? [{ id, path: [...here, at] }] : []))
  })
}

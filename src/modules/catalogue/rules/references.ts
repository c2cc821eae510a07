import type { BodiesFile } from './bodies.ts'
import type { FileKey } from './files.ts'
import { allNamed, knownIds, named, type Finding, type Given, type Ids, type Known, type Path } from './known-ids.ts'
import { inGuides, inServices } from './guide-references.ts'
import type { Condition, Question, TopicsFile } from './topics.ts'

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
    ...inRules(given, known),
    ...inCalendar(given, known),
    ...inGuides(given, known),
    ...inServices(given, known),
    ...doubles(given),
    ...unknownSources(given),
  ]
}

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

function inRules({ deadlineRules }: Given, known: Known): Finding[] {
  return (deadlineRules?.rules ?? []).flatMap((rule, at): Finding[] => {
    const path = ['rules', at]
    const versions = rule.versions.flatMap(({ territory, calc }, nth) => {
      const here = [...path, 'versions', nth]
      const { calendar } = calc
      return [
        ...allNamed(known.country, 'country', territory ?? [], 'deadlineRules', [...here, 'territory']),
        ...(typeof calendar === 'string'
          ? named(known.calendar, 'calendar', calendar, 'deadlineRules', [...here, 'calc', 'calendar'])
          : []),
      ]
    })
    return [
      ...named(known.countryOrGroup, 'country or group', rule.jurisdiction, 'deadlineRules', [...path, 'jurisdiction']),
      // A rule may be used only when one of its versions may.
      ...(rule.enabled === rule.versions.some((version) => version.enabled)
        ? []
        : [{ file: 'deadlineRules' as const, path: [...path, 'enabled'], what: 'says otherwise than its versions' }]),
      ...versions,
    ]
  })
}

function inCalendar({ calendar }: Given, known: Known): Finding[] {
  if (!calendar) return []
  const others = calendar.otherCountries.flatMap(({ country }, at) =>
    named(known.country, 'country', country, 'calendar', ['otherCountries', at, 'country']),
  )
  return [...named(known.country, 'country', calendar.country, 'calendar', ['country']), ...others]
}

function doubles(given: Given): Finding[] {
  const { topics, bodies, countries, deadlineRules, routing, calendar, glossary, guides, services } = given
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
    ...twice('guides', 'audiences', ids(guides?.audiences)),
    ...twice('guides', 'guides', ids(guides?.guides)),
    ...twice(
      'guides',
      'guides',
      guides?.guides.map(({ slug }) => slug),
    ),
    ...twice(
      'services',
      'depths',
      services?.depths.map(({ kind }) => kind),
    ),
    ...twice('services', 'fieldCatalogue', ids(services?.fieldCatalogue)),
    ...twice('services', 'services', ids(services?.services)),
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

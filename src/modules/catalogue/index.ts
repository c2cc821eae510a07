// What other modules may use of the catalogue.
export {
  CatalogueProblems,
  checkCatalogue,
  loadCatalogue,
  problemLine,
  type CatalogueProblem,
} from './load-catalogue.ts'
export { takeCatalogue } from './take-catalogue.ts'
export { catalogue, useCatalogue } from './use-catalogue.ts'
export type { Catalogue, WordList } from './rules/catalogue.ts'
export type { Body } from './rules/bodies.ts'
export type { CalendarData, CalendarDay, Weekday } from './rules/calendar.ts'
export type { Country, Mission } from './rules/countries.ts'
export type { DeadlineRule, RuleVersion, StatutoryTerm } from './rules/deadline-rules.ts'
export { needsLegalReview, statutoryTerm, versionInForce } from './rules/deadline-rules.ts'
export type { Formats } from './rules/formats.ts'
export type { GlossaryTerm } from './rules/glossary.ts'
export type { Confidence, Option, Source } from './rules/pieces.ts'
export type { RoutingRow } from './rules/routing.ts'
export type { OwnerSettings } from './rules/settings.ts'
export type {
  Condition,
  Escalation,
  Question,
  QuestionType,
  Target,
  Topic,
  TopicGroup,
  UrgencyId,
  UrgencyLevel,
} from './rules/topics.ts'

// Generated from migrations/ by `npm run gen-types`. Do not edit.
import type { ColumnType } from 'kysely'

/** bigint: text when read. */
type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>
type Numeric = ColumnType<string, string | number, string | number>
type Time = ColumnType<Date, Date, Date>
/** jsonb: written as text made by JSON.stringify, since the two drivers disagree on arrays; read as a value to be parsed. */
type Json = ColumnType<unknown, string, string>
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>
type HasDefault<Of> = Of extends ColumnType<infer Read, infer Insert, infer Update>
  ? ColumnType<Read, Insert | undefined, Update>
  : ColumnType<Of, Of | undefined, Of>
/** The database makes it; it is never written. */
type AlwaysMade<Of> = ColumnType<Of, never, never>

export interface AppealAnswersTable {
  appeal_id: Int8
  question_id: string
  value: Json | null
  value_sealed: Bytes | null
}

export interface AppealClocksTable {
  appeal_id: Int8
  round: number
  kind: 'registration' | 'answer' | 'firstAnswer' | 'nextUpdate' | 'resolution'
  started_at: Time
  amount: number
  unit: 'hour24x7' | 'workingHour' | 'workingDay'
  rule_id: string | null
  rule_version: number | null
  extended_to: string | null
  met_at: Time | null
  due_at: Time
  is_provisional: boolean
  is_expected: HasDefault<boolean>
}

export interface AppealClosingsTable {
  appeal_id: Int8
  round: number
  closed_at: Time
  outcome: 'solved' | 'partlySolved' | 'adviceGiven' | 'notAccepted' | 'withdrawn' | 'spam'
  team_id: string
  topic_id: string | null
  level: 'ordinary' | 'protected'
  score: 'yes' | 'partly' | 'no' | null
  rated_at: Time | null
  words: string | null
  words_sealed: Bytes | null
}

export interface AppealEventsTable {
  id: AlwaysMade<string>
  appeal_id: Int8
  at: Time
  version: number
  what: string
  actor_kind: 'person' | 'staff' | 'system'
  staff_id: Int8 | null
  is_public: boolean
  details: HasDefault<Json>
  rules_sealed: Bytes | null
  words: string | null
  words_sealed: Bytes | null
  message_id: Int8 | null
  form_key: Bytes | null
}

export interface AppealMessagesTable {
  id: AlwaysMade<string>
  appeal_id: Int8
  at: Time
  kind: 'opening' | 'reply' | 'question' | 'update' | 'answer' | 'note'
  staff_id: Int8 | null
  lang: 'ky' | 'ru' | 'en'
  body: string | null
  body_sealed: Bytes | null
  form_key: Bytes
}

export interface AppealPausesTable {
  id: AlwaysMade<string>
  appeal_id: Int8
  reason: 'question' | 'answer'
  started_at: Time
  ended_at: Time | null
}

export interface AppealsTable {
  id: AlwaysMade<string>
  number: string
  form_key_sha256: Bytes
  kind: 'consultation' | 'problem-report'
  state: 'submitted' | 'registered' | 'underReview' | 'moreInfoNeeded' | 'answered' | 'closed'
  version: HasDefault<number>
  level: 'ordinary' | 'protected'
  topic_id: string
  topic_set: boolean
  country: string
  city: string | null
  city_sealed: Bytes | null
  citizenship: string | null
  as_who: 'citizen' | 'compatriot' | 'foreigner' | 'relative' | null
  on_behalf: boolean
  in_danger: boolean
  lang: 'ky' | 'ru' | 'en'
  time_zone: string
  channel: 'web' | 'danger' | 'phone' | 'visit'
  filed_by: Int8 | null
  person_id: Int8
  safe_contact: string | null
  reach: 'yes' | 'no' | 'portalOnly' | 'none' | 'inWords'
  vault: string
  data_key: Bytes
  secret_hash: string
  words_version: string
  secret_proved_at: Time | null
  urgency: 'low' | 'normal' | 'high' | 'critical'
  urgency_rank: number
  team_id: string
  assignee_id: Int8 | null
  body_id: string
  mission_id: string | null
  routing_flagged: boolean
  unread_since: Time | null
  call_since: Time | null
  outcome: 'solved' | 'partlySolved' | 'adviceGiven' | 'notAccepted' | 'withdrawn' | 'spam' | null
  outcome_norm: string | null
  amount_recovered: Numeric | null
  amount_currency: string | null
  submitted_at: Time
  registered_at: Time | null
  answered_at: Time | null
  closed_at: Time | null
  round: HasDefault<number>
  next_due_at: Time
  queue_group: AlwaysMade<number>
}

export interface AuditCheckpointsTable {
  id: AlwaysMade<string>
  size: Int8
  root: Bytes
  note: string
  at: Time
}

export interface AuditEntriesTable {
  id: AlwaysMade<string>
  at: Time
  actor_kind: 'public' | 'person' | 'staff' | 'system'
  actor_id: string | null
  what: string
  on_kind: string
  on_id: string
  fields: HasDefault<string[]>
  digests: HasDefault<Json>
}

export interface AuditLeavesTable {
  position: Int8
  entry_id: Int8
  leaf: Bytes
}

export interface AuditNodesTable {
  level: number
  place: Int8
  hash: Bytes
}

export interface AuditWaitingTable {
  entry_id: Int8
}

export interface CalendarChangesTable {
  id: AlwaysMade<string>
  country: string
  patch: Json
  reason: string | null
  undoes: Int8 | null
  changed_by: Int8 | null
  changed_at: Time
}

export interface CalendarEntriesTakenTable {
  country: string
  holiday_id: string
}

export interface CalendarMarksTable {
  country: string
  day: string
  holiday_id: string
  kind: 'nonWorking' | 'shortened' | 'working'
  name_ky: string
  name_ru: string
  name_en: string
  is_provisional: boolean
}

export interface CalendarsTable {
  country: string
  time_zone: string
  hours: Json
  shortened_by_minutes: number
  last_published_year: number | null
}

export interface ContactChecksTable {
  contact_id: Int8
  token_hash: string
  token_until: Time
  code_hash: string
  code_until: Time
  tries_left: number
}

export interface ContactsTable {
  id: AlwaysMade<string>
  person_id: Int8
  kind: 'email' | 'phone'
  value_sealed: Bytes
  value_hash: string
  is_safe: boolean
  may_call: boolean
  may_message: boolean
  verified_at: Time | null
  created_at: Time
}

export interface DraftCodesTable {
  lookup: string
  draft_sealed: Bytes
  made_at: Time
}

export interface DraftDevicesTable {
  token_hash: string
  draft_id: string
  is_own: boolean
  made_at: Time
}

export interface DraftsTable {
  id: string
  token_hash: string
  data_key: Bytes
  form_key_sealed: Bytes
  content_sealed: Bytes
  kind: 'consultation' | 'problem-report'
  lang: 'ky' | 'ru' | 'en'
  channel: 'web' | 'phone' | 'visit'
  filed_by: Int8 | null
  step: string
  created_at: Time
  updated_at: Time
  sent_at: Time | null
  sent_from: string | null
}

export interface DutyCallsTable {
  appeal_id: Int8
  spell: number
  rounds: HasDefault<number>
  called_at: Time | null
  next_at: Time
}

export interface DutyListTable {
  staff_id: Int8
  position: number
  active: HasDefault<boolean>
}

export interface FilesTable {
  id: string
  owner_kind: 'draft' | 'appeal'
  owner_id: string
  message_id: string | null
  name_sealed: Bytes
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf' | 'audio/ogg' | 'audio/mp4' | 'audio/mpeg' | 'audio/webm' | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  bytes: number
  created_at: Time
  scan: 'waiting' | 'clean' | 'refused' | null
  scan_copy: string | null
  scan_key_wrapped: Bytes | null
}

export interface NoticesTable {
  id: HasDefault<string>
  appeal_id: Int8 | null
  template: 'received' | 'question' | 'news' | 'answer' | 'termExtended' | 'closed' | 'contactCode' | 'criticalAppeal' | 'staffInvite' | 'staffReset'
  lang: 'ky' | 'ru' | 'en'
  address: Bytes
  address_hash: string
  params: Bytes | null
  state: HasDefault<'waiting' | 'failed' | 'sent' | 'dead' | 'held'>
  tries: HasDefault<number>
  last_error: string | null
  created_at: Time
  tried_at: Time | null
  sent_at: Time | null
  claimed_until: Time | null
  message_id: string | null
  dedupe_key: string | null
}

export interface PeopleTable {
  id: AlwaysMade<string>
  lang: 'ky' | 'ru' | 'en'
  time_zone: string
  name_sealed: Bytes | null
  pin_sealed: Bytes | null
  pin_hash: string | null
  created_at: Time
  erased_at: Time | null
}

export interface PersonSessionsTable {
  id: AlwaysMade<string>
  token_hash: string
  appeal_id: Int8
  opened_at: Time
  expires_at: Time
}

export interface RoutingChangesTable {
  id: AlwaysMade<string>
  kind: 'body' | 'team'
  subject: string
  scope: string
  before_id: string | null
  after_id: string | null
  words: string | null
  changed_by: Int8 | null
  changed_at: Time
}

export interface RoutingRowsTable {
  topic_id: string
  country: string
  body_id: string | null
  reason_id: string | null
  changed_by: Int8 | null
  changed_at: Time
}

export interface SchemaMigrationsTable {
  number: number
  name: string
  sha256: string
  is_breaking: boolean
  applied_at: HasDefault<Time>
}

export interface StaffTable {
  id: AlwaysMade<string>
  email_sealed: Bytes
  email_hash: string
  name: string
  role: 'operator' | 'lawyer' | 'supervisor' | 'editor' | 'translator' | 'bodyOfficer' | 'diasporaHelper' | 'head' | 'auditor' | 'administrator'
  lang: 'ky' | 'ru' | 'en'
  state: 'invited' | 'active' | 'disabled'
  password_hash: string | null
  totp_sealed: Bytes | null
  totp_last_step: Int8 | null
  keys_on: HasDefault<boolean>
  created_at: Time
  signed_in_at: Time | null
}

export interface StaffLinksTable {
  staff_id: Int8
  token_hash: string
  expires_at: Time
}

export interface StaffRecoveryCodesTable {
  code_hash: string
  staff_id: Int8
  used_at: Time | null
}

export interface StaffSessionsTable {
  id: AlwaysMade<string>
  token_hash: string
  staff_id: Int8
  device: string
  created_at: Time
  seen_at: Time
}

export interface StaffTriesTable {
  key: string
  failures: number
  free_at: Time
  at: Time
}

export interface TeamMembersTable {
  team_id: string
  staff_id: Int8
}

export interface TeamRoutesTable {
  lang: 'ky' | 'ru' | 'en'
  topic_group: string
  team_id: string
  changed_by: Int8 | null
  changed_at: Time
}

export interface TeamsTable {
  id: string
  name_ky: string
  name_ru: string
  name_en: string
  kind: 'ordinary' | 'protection'
  langs: string[]
  active: HasDefault<boolean>
}

export interface Schema {
  appeal_answers: AppealAnswersTable
  appeal_clocks: AppealClocksTable
  appeal_closings: AppealClosingsTable
  appeal_events: AppealEventsTable
  appeal_messages: AppealMessagesTable
  appeal_pauses: AppealPausesTable
  appeals: AppealsTable
  audit_checkpoints: AuditCheckpointsTable
  audit_entries: AuditEntriesTable
  audit_leaves: AuditLeavesTable
  audit_nodes: AuditNodesTable
  audit_waiting: AuditWaitingTable
  calendar_changes: CalendarChangesTable
  calendar_entries_taken: CalendarEntriesTakenTable
  calendar_marks: CalendarMarksTable
  calendars: CalendarsTable
  contact_checks: ContactChecksTable
  contacts: ContactsTable
  draft_codes: DraftCodesTable
  draft_devices: DraftDevicesTable
  drafts: DraftsTable
  duty_calls: DutyCallsTable
  duty_list: DutyListTable
  files: FilesTable
  notices: NoticesTable
  people: PeopleTable
  person_sessions: PersonSessionsTable
  routing_changes: RoutingChangesTable
  routing_rows: RoutingRowsTable
  schema_migrations: SchemaMigrationsTable
  staff: StaffTable
  staff_links: StaffLinksTable
  staff_recovery_codes: StaffRecoveryCodesTable
  staff_sessions: StaffSessionsTable
  staff_tries: StaffTriesTable
  team_members: TeamMembersTable
  team_routes: TeamRoutesTable
  teams: TeamsTable
}

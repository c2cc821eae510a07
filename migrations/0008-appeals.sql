-- breaking: no

-- THE RECORD. One row per appeal; what a queue needs stands here, words and answers stand in tables of their own.
create table appeals (
  id bigint generated always as identity primary key,
  number text not null unique,
  -- SHA-256 of the form's key: a second tap of "send" finds the first appeal.
  form_key_sha256 bytea not null unique check (length(form_key_sha256) = 32),
  kind text not null check (kind in ('consultation', 'problem-report')),
  state text not null check (state in ('submitted', 'registered', 'underReview', 'moreInfoNeeded', 'answered', 'closed')),
  -- Raised by every act: the later of two changes made on the same page is refused, never silently written over the earlier.
  version integer not null default 1,
  -- protected: words, answers, city and reasons are ciphertext under the data key; only the protection team sees it at all.
  level text not null check (level in ('ordinary', 'protected')),

  topic_id text not null,
  -- False: nobody chose it yet. The danger page asks for no topic, and what it is filed under is a guess of the service.
  topic_set boolean not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text,
  city_sealed bytea,
  citizenship text check (citizenship ~ '^[A-Z]{2}$'),
  -- Null: the danger page does not ask.
  as_who text check (as_who in ('citizen', 'compatriot', 'foreigner', 'relative')),
  on_behalf boolean not null,
  in_danger boolean not null,
  lang text not null check (lang in ('ky', 'ru', 'en')),
  time_zone text not null,
  channel text not null check (channel in ('web', 'danger', 'phone', 'visit')),
  filed_by bigint references staff (id),
  person_id bigint not null references people (id),
  -- How the person asked to be reached: an option of the question safeContact.
  safe_contact text,
  -- yes: a safe e-mail or phone is kept; no, portalOnly: nothing is ever sent; none: anonymous; inWords: how is said in the
  -- opening message, for whoever reads it, and nothing is sent.
  reach text not null check (reach in ('yes', 'no', 'portalOnly', 'none', 'inWords')),

  -- Everything sealed of this appeal is bound to the vault's name; a draft's vault and key come along with its files.
  vault text not null unique,
  data_key bytea not null,
  -- Argon2id of the HMAC of the secret. words_version: the word lists the receipt was printed from.
  secret_hash text not null,
  words_version text not null,
  secret_proved_at timestamptz,

  urgency text not null check (urgency in ('low', 'normal', 'high', 'critical')),
  urgency_rank smallint not null,
  team_id text not null references teams (id),
  assignee_id bigint references staff (id),
  -- The operator's suggestion, see routing.
  body_id text not null,
  mission_id text,
  routing_flagged boolean not null,

  -- Since when words of the person wait to be read, and since when somebody should phone them (only a phone was left).
  unread_since timestamptz,
  call_since timestamptz,

  outcome text check (outcome in ('solved', 'partlySolved', 'adviceGiven', 'notAccepted', 'withdrawn', 'spam')),
  outcome_norm text,
  amount_recovered numeric(14, 2),
  amount_currency text check (amount_currency ~ '^[A-Z]{3}$'),

  submitted_at timestamptz not null,
  registered_at timestamptz,
  -- The last answer.
  answered_at timestamptz,
  closed_at timestamptz,
  -- Raised by re-opening: clocks of earlier rounds stay as they ended.
  round smallint not null default 1,
  -- The earliest running clock; the year 9999 while none runs, so that the order needs no nulls.
  next_due_at timestamptz not null,
  -- Critical ones stand on top of every queue, always.
  queue_group smallint not null generated always as (case when urgency = 'critical' then 0 else 1 end) stored,

  check ((outcome is null) = (state <> 'closed')),
  check ((amount_recovered is null) = (amount_currency is null)),
  check (level = 'ordinary' or city is null)
);

-- Queues are read team by team and group by group in this order, 50 rows at a time: what a page costs does not grow with
-- the table. Country and topic split a team into many small parts, so each has an index of its own; language and state split
-- it into few large ones and only come along.
create index appeals_of_team on appeals (team_id, queue_group, next_due_at, id)
  include (lang, state, level) where state <> 'closed';
create index appeals_of_team_by_country on appeals (team_id, country, queue_group, next_due_at, id)
  include (lang, state, level) where state <> 'closed';
create index appeals_of_team_by_topic on appeals (team_id, topic_id, queue_group, next_due_at, id)
  include (lang, state, level) where state <> 'closed';
create index appeals_new on appeals (team_id, queue_group, next_due_at, id) where state = 'submitted';
create index appeals_waiting on appeals (team_id, queue_group, next_due_at, id) where state = 'moreInfoNeeded';
create index appeals_urgent on appeals (team_id, queue_group, next_due_at, id) where state <> 'closed' and urgency_rank >= 3;
create index appeals_untaken on appeals (id) where state <> 'closed' and urgency = 'critical' and assignee_id is null;
create index appeals_of_assignee on appeals (assignee_id, queue_group, next_due_at, id)
  where state <> 'closed' and assignee_id is not null;
create index appeals_closed on appeals (team_id, closed_at, id) where state = 'closed';
create index appeals_of_person on appeals (person_id);

-- Exactly one of clear and sealed.
create table appeal_answers (
  appeal_id bigint not null references appeals (id) on delete cascade,
  question_id text not null,
  value jsonb,
  value_sealed bytea,
  primary key (appeal_id, question_id),
  check ((value is null) <> (value_sealed is null))
);

create table appeal_messages (
  id bigint generated always as identity primary key,
  appeal_id bigint not null references appeals (id) on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('opening', 'reply', 'question', 'update', 'answer', 'note')),
  -- Null: the person wrote it.
  staff_id bigint references staff (id),
  lang text not null check (lang in ('ky', 'ru', 'en')),
  body text,
  body_sealed bytea,
  -- A second tap of "send" finds the first message. The sealed body is bound to it.
  form_key bytea not null check (length(form_key) = 16),
  unique (appeal_id, form_key),
  check ((body is null) <> (body_sealed is null))
);
create index appeal_messages_of_appeal on appeal_messages (appeal_id, id);

-- What happened. `details` hold ids and codes only; reasons in somebody's words stand in words or words_sealed.
create table appeal_events (
  id bigint generated always as identity primary key,
  appeal_id bigint not null references appeals (id) on delete cascade,
  at timestamptz not null,
  -- The appeal's version after the act.
  version integer not null,
  what text not null,
  actor_kind text not null check (actor_kind in ('person', 'staff', 'system')),
  staff_id bigint references staff (id),
  -- False: for staff only.
  is_public boolean not null,
  details jsonb not null default '{}',
  -- Of a protected appeal: the rules that raised its urgency. Off them the answers could be read in the catalogue.
  rules_sealed bytea,
  words text,
  words_sealed bytea,
  message_id bigint references appeal_messages (id) on delete cascade,
  -- A second tap of a button finds the first act.
  form_key bytea check (length(form_key) = 16),
  unique (appeal_id, form_key),
  check ((actor_kind = 'staff') = (staff_id is not null)),
  check (words is null or words_sealed is null)
);
create index appeal_events_of_appeal on appeal_events (appeal_id, id);

-- One promise each. The counting is done anew whenever it is shown; due_at is kept for the queues.
create table appeal_clocks (
  appeal_id bigint not null references appeals (id) on delete cascade,
  round smallint not null,
  kind text not null check (kind in ('registration', 'answer', 'firstAnswer', 'nextUpdate', 'resolution')),
  started_at timestamptz not null,
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('hour24x7', 'workingHour', 'workingDay')),
  -- The norm behind it; null for the service's own targets.
  rule_id text,
  rule_version integer,
  extended_to date,
  met_at timestamptz,
  due_at timestamptz not null,
  -- Counted over days that the published calendar does not reach yet.
  is_provisional boolean not null,
  -- The term has not begun: it will, at the latest, at started_at.
  is_expected boolean not null default false,
  primary key (appeal_id, round, kind),
  check ((rule_id is null) = (rule_version is null)),
  check ((rule_id is null) = (kind in ('firstAnswer', 'nextUpdate', 'resolution')))
);

-- While we wait for the person the service's own clocks stand still.
create table appeal_pauses (
  id bigint generated always as identity primary key,
  appeal_id bigint not null references appeals (id) on delete cascade,
  reason text not null check (reason in ('question', 'answer')),
  started_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at >= started_at)
);
create unique index appeal_pauses_open on appeal_pauses (appeal_id) where ended_at is null;
create index appeal_pauses_of_appeal on appeal_pauses (appeal_id, id);

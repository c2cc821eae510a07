-- breaking: no

-- Which body a topic is suggested to, from where. The row of the exact country wins over '*'.
create table routing_rows (
  topic_id text not null,
  country text not null check (country = '*' or country ~ '^[A-Z]{2}$'),
  -- Null: taken out by staff. The row stays, so that the catalogue does not bring it back at the next start.
  body_id text,
  -- Of the catalogue; null when staff changed the row: their words stand in routing_changes.
  reason_id text,
  -- Null: as the catalogue has it, and follows it.
  changed_by bigint references staff (id),
  changed_at timestamptz not null,
  primary key (topic_id, country),
  check ((reason_id is null) = (changed_by is not null)),
  check (body_id is not null or changed_by is not null)
);

-- Which team takes an appeal in this language; the row of the topic's group wins over '*'.
create table team_routes (
  lang text not null check (lang in ('ky', 'ru', 'en')),
  topic_group text not null,
  team_id text not null references teams (id),
  changed_by bigint references staff (id),
  changed_at timestamptz not null,
  primary key (lang, topic_group)
);

-- What was changed in either table, with the reason. An undo is a change of its own.
create table routing_changes (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('body', 'team')),
  -- body: topic and country; team: language and group of topics.
  subject text not null,
  scope text not null,
  before_id text,
  after_id text,
  -- Null: the catalogue changed it.
  words text,
  changed_by bigint references staff (id),
  changed_at timestamptz not null,
  check ((words is null) = (changed_by is null))
);
create index routing_changes_of_row on routing_changes (kind, subject, scope, id);

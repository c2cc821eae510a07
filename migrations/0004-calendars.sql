-- breaking: no

-- Working time of a country: the catalogue fills it once, staff change it from then on.
create table calendars (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  -- Weekday → [[from, to], …] in minutes since midnight; a weekday that is not there is a day off.
  hours jsonb not null,
  shortened_by_minutes integer not null check (shortened_by_minutes between 0 and 720),
  -- Later days are provisional. Null: nothing was ever published.
  last_published_year integer check (last_published_year between 2000 and 2200)
);

-- What is said of a day. Several may be said of one; which holds is decided by kernel/calendar.ts.
create table calendar_marks (
  country text not null references calendars (country),
  day date not null,
  -- Days of one holiday share it: an id of the catalogue, or one made here.
  holiday_id text not null,
  kind text not null check (kind in ('nonWorking', 'shortened', 'working')),
  name_ky text not null,
  name_ru text not null,
  name_en text not null,
  is_provisional boolean not null,
  primary key (country, day, holiday_id)
);

-- Which entries of the catalogue were taken in: one that staff removed does not come back at the next start.
create table calendar_entries_taken (
  country text not null references calendars (country),
  holiday_id text not null,
  primary key (country, holiday_id)
);

-- Every change with what it took away and what it put there, so that the last one can be taken back.
create table calendar_changes (
  id bigint generated always as identity primary key,
  country text not null references calendars (country),
  patch jsonb not null,
  reason text,
  -- The change that this one took back.
  undoes bigint references calendar_changes (id),
  -- Null: the catalogue brought new entries.
  changed_by bigint references staff (id),
  changed_at timestamptz not null,
  check (reason is not null or undoes is not null or changed_by is null)
);
create index calendar_changes_of_country on calendar_changes (country, id desc);

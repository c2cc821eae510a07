-- breaking: no

-- Members of staff. Accounts are never deleted: the audit log names them. The e-mail address is sealed under the main key
-- and bound to its keyed hash, by which it is found again.
create table staff (
  id bigint generated always as identity primary key,
  email_sealed bytea not null,
  email_hash text not null unique,
  name text not null,
  role text not null check (
    role in (
      'operator', 'lawyer', 'supervisor', 'editor', 'translator', 'bodyOfficer', 'diasporaHelper', 'head', 'auditor', 'administrator'
    )
  ),
  lang text not null check (lang in ('ky', 'ru', 'en')),
  -- invited: has a link and no password yet, or again after a reset.
  state text not null check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  totp_sealed bytea,
  -- The time step of the last code that was used: a code and all before it are dead.
  totp_last_step bigint,
  -- Single keys of the staff pages. Who steers a computer by voice must be able to switch them off (WCAG 2.1.4).
  keys_on boolean not null default true,
  created_at timestamptz not null,
  signed_in_at timestamptz,
  check (state <> 'active' or (password_hash is not null and totp_sealed is not null))
);
create index staff_role on staff (role, state);

create table staff_recovery_codes (
  code_hash text primary key,
  staff_id bigint not null references staff (id),
  used_at timestamptz
);
create index staff_recovery_codes_staff on staff_recovery_codes (staff_id);

-- One-time links to set a password and a second factor. A new one replaces the account's older one.
create table staff_links (
  staff_id bigint primary key references staff (id),
  token_hash text not null unique,
  expires_at timestamptz not null
);

create table staff_sessions (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  staff_id bigint not null references staff (id),
  -- Browser and system in two words, for the owner's list: no address, no full user agent.
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index staff_sessions_staff on staff_sessions (staff_id);
create index staff_sessions_seen on staff_sessions (seen_at);

-- Wrong tries to sign in. The key is a keyed hash of the day, the account and the place it was tried from.
create table staff_tries (
  key text primary key,
  failures integer not null,
  free_at timestamptz not null,
  at timestamptz not null
);
create index staff_tries_at on staff_tries (at);

create table teams (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name_ky text not null,
  name_ru text not null,
  name_en text not null,
  -- protection: the only ones who see protected appeals. Fixed at birth.
  kind text not null check (kind in ('ordinary', 'protection')),
  langs text[] not null check (langs <@ array['ky', 'ru', 'en'] and cardinality(langs) > 0),
  active boolean not null default true,
  -- What no routing row names goes to the intake team, danger reports and all that is protected to the protection team.
  check (id <> 'intake' or (active and kind = 'ordinary')),
  check (id <> 'protection' or (active and kind = 'protection'))
);

create table team_members (
  team_id text not null references teams (id),
  staff_id bigint not null references staff (id),
  primary key (team_id, staff_id)
);
create index team_members_staff on team_members (staff_id);

-- Who is told of critical appeals, in this order.
create table duty_list (
  staff_id bigint primary key references staff (id),
  position integer not null,
  active boolean not null default true
);

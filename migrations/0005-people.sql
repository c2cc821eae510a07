-- breaking: no

-- A person and the ways to reach them. Names, numbers and addresses are sealed under the main key and bound to their row;
-- a keyed hash finds the same e-mail, phone or PIN again without opening anything.
create table people (
  id bigint generated always as identity primary key,
  lang text not null check (lang in ('ky', 'ru', 'en')),
  time_zone text not null,
  name_sealed bytea,
  pin_sealed bytea,
  pin_hash text,
  created_at timestamptz not null,
  -- Set when the person asked to be forgotten: the row stays so that the appeal keeps its shape, empty.
  erased_at timestamptz
);
create index people_pin_hash on people (pin_hash) where pin_hash is not null;

create table contacts (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  value_sealed bytea not null,
  value_hash text not null,
  is_safe boolean not null,
  may_call boolean not null,
  may_message boolean not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  unique (person_id, kind, value_hash)
);
create index contacts_value_hash on contacts (value_hash);

-- One open check for a contact at a time; a new one replaces it.
create table contact_checks (
  contact_id bigint primary key references contacts (id) on delete cascade,
  token_hash text not null unique,
  token_until timestamptz not null,
  code_hash text not null,
  code_until timestamptz not null,
  tries_left integer not null check (tries_left >= 0)
);

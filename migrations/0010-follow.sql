-- breaking: no

-- Open appeals: who proved the secret holds the token whose hash stands here.
create table person_sessions (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  appeal_id bigint not null references appeals (id) on delete cascade,
  opened_at timestamptz not null,
  expires_at timestamptz not null
);
create index person_sessions_ended on person_sessions (expires_at);
create index person_sessions_of_appeal on person_sessions (appeal_id);

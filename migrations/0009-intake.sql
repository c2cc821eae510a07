-- breaking: no

-- What a person has begun to write. The id names the vault that the appeal takes over, so nothing is sealed anew when it is sent.
create table drafts (
  id text primary key,
  -- SHA-256 of the random token in the person's cookie.
  token_hash text not null unique,
  -- Wrapped by the main key and bound to the vault.
  data_key bytea not null,
  -- The receipt's secret is derived from this key: sealed under the main key.
  form_key_sealed bytea not null,
  -- Everything typed so far, as JSON, under the data key. Emptied when it was sent.
  content_sealed bytea not null,
  kind text not null check (kind in ('consultation', 'problem-report')),
  lang text not null check (lang in ('ky', 'ru', 'en')),
  -- phone, visit: an operator writes it down for somebody.
  channel text not null check (channel in ('web', 'phone', 'visit')),
  filed_by bigint references staff (id),
  -- The last screen that was saved: shows where people give up.
  step text not null,
  -- Whole hours: the exact minute of an anonymous report is nobody's business.
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  check ((filed_by is null) = (channel = 'web'))
);
create index drafts_updated on drafts (updated_at);

-- breaking: no

-- By a code a draft is gone on with elsewhere. Neither the code nor its draft stands here in clear, so a stolen table opens
-- nothing, and a row that somebody writes without the key file opens nothing either.
create table draft_codes (
  -- HKDF of the code with a key outside the database; hex.
  lookup text primary key,
  -- The draft's id, under a key of the code's own.
  draft_sealed bytea not null,
  -- Whole hours, as of the draft.
  made_at timestamptz not null
);
create index draft_codes_made on draft_codes (made_at);

-- Devices that a code was typed on, each beside the one the draft was begun on (`drafts.token_hash`).
create table draft_devices (
  token_hash text primary key,
  draft_id text not null references drafts (id) on delete cascade,
  -- Nobody else uses it: it may remember the draft.
  is_own boolean not null,
  made_at timestamptz not null
);
create index draft_devices_draft on draft_devices (draft_id);

-- SHA-256 of the browser's form cookie that sent the draft: to it the receipt is shown again from an old page.
alter table drafts add column sent_from text;

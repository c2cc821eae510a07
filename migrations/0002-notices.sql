-- breaking: no

-- The outbox: one row per message that goes out. The address and the parameters (codes, links) are sealed.
create table notices (
  id uuid primary key default gen_random_uuid(),
  appeal_id bigint,
  template text not null check (
    template in (
      'received', 'question', 'news', 'answer', 'termExtended', 'closed', 'contactCode', 'criticalAppeal', 'staffInvite', 'staffReset'
    )
  ),
  lang text not null check (lang in ('ky', 'ru', 'en')),
  address bytea not null,
  address_hash text not null,
  params bytea,
  -- waiting: not tried yet; failed: tried, will be tried again; dead: given up, shown until someone acts;
  -- held: not sent, since too many like it went to an address that nobody confirmed.
  state text not null default 'waiting' check (state in ('waiting', 'failed', 'sent', 'dead', 'held')),
  tries integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  -- While in the future another worker has this notice in hand.
  claimed_until timestamptz,
  message_id text,
  dedupe_key text unique
);
create index notices_of_appeal on notices (appeal_id, created_at) where appeal_id is not null;
create index notices_by_state on notices (state, created_at, id);
create index notices_failing on notices (template, tried_at) where state in ('failed', 'dead');
create index notices_received on notices (address_hash, created_at) where template = 'received';
create index notices_newest on notices (created_at, id);

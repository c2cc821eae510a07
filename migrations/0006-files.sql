-- breaking: no

-- What lies under DATA_DIR/files, one row a file. The bytes and the name are sealed under the data key of the owner.
create table files (
  id text primary key,
  owner_kind text not null check (owner_kind in ('draft', 'appeal')),
  owner_id text not null,
  -- Null: not sent yet. At most five such at a time for one owner.
  message_id text,
  name_sealed bytea not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes integer not null check (bytes > 0),
  created_at timestamptz not null
);
-- Also by how an owner's id begins: what waits for one appeal.
create index files_owner on files (owner_kind, owner_id text_pattern_ops);
-- What waits is summed once a minute.
create index files_waiting on files (bytes) where message_id is null;

-- breaking: no

-- One row per act. Holds ids and names of fields, never contents, contacts or numbers of appeals.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'person', 'staff', 'system')),
  actor_id text check ((actor_id is null) = (actor_kind = 'public')),
  what text not null,
  on_kind text not null,
  on_id text not null,
  fields text[] not null default '{}',
  digests jsonb not null default '{}'
);
create index audit_entries_of_thing on audit_entries (on_kind, on_id, id);
create index audit_entries_of_actor on audit_entries (actor_kind, actor_id, id);
create index audit_entries_of_kind on audit_entries (what, id);

-- Entries not yet in the tree. Ids are given before commit, so "greater than the last one appended" would skip a slow transaction.
create table audit_waiting (
  entry_id bigint primary key references audit_entries (id)
);

-- The Merkle tree of RFC 6962: leaves in order of commit …
create table audit_leaves (
  position bigint primary key check (position >= 0),
  entry_id bigint not null unique references audit_entries (id),
  leaf bytea not null check (length(leaf) = 32)
);

-- … and the hash of every full subtree of two leaves or more, so that the root of any size is a few look-ups.
create table audit_nodes (
  level smallint not null check (level > 0),
  place bigint not null check (place >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, place)
);

-- Signed notes in C2SP form.
create table audit_checkpoints (
  id bigint generated always as identity primary key,
  size bigint not null unique,
  root bytea not null,
  note text not null,
  at timestamptz not null
);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is only added to: % on % is refused.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entries_stay before update or delete or truncate on audit_entries
  for each statement execute function refuse_change_of_audit();
create trigger audit_leaves_stay before update or delete or truncate on audit_leaves
  for each statement execute function refuse_change_of_audit();
create trigger audit_nodes_stay before update or delete or truncate on audit_nodes
  for each statement execute function refuse_change_of_audit();
create trigger audit_checkpoints_stay before update or delete or truncate on audit_checkpoints
  for each statement execute function refuse_change_of_audit();

-- breaking: no

-- Voice notes and Word documents; and what the virus scanner said, where there is one.
alter table files drop constraint files_type_check;
alter table files add constraint files_type_check check (
  type in (
    'image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/webm',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  )
);
-- Null: there was no scanner when it came. A refused one has lost its bytes; its row stays, so that both sides see why.
alter table files add column scan text check (scan in ('waiting', 'clean', 'refused'));
-- While it waits: a copy under a key of its own, since the key of a draft is in the writer's hands alone.
alter table files add column scan_copy text;
alter table files add column scan_key_wrapped bytea;
alter table files add constraint files_scan_copy check (
  (scan is not distinct from 'waiting') = (scan_copy is not null) and (scan_copy is null) = (scan_key_wrapped is null)
);
-- Bytes on the disk are looked up by their id, a file's or a copy's.
create unique index files_scan_copies on files (scan_copy) where scan_copy is not null;
create index files_to_scan on files (created_at) where scan = 'waiting';

-- breaking: no

-- Critical appeals that nobody has. A row lives from the moment that state begins until somebody takes the appeal.
create table duty_calls (
  appeal_id bigint primary key references appeals (id) on delete cascade,
  -- The appeal's version with which the state began: given back after it was taken, the same appeal rings as a new alarm.
  spell integer not null,
  -- How often the duty list was called for it, and when last.
  rounds integer not null default 0,
  called_at timestamptz,
  next_at timestamptz not null
);

-- breaking: no

-- One row for each time an appeal was closed, and what its person said of it. Team and topic are those of that moment: an
-- appeal that is opened again and handed on must not speak against the team that has it now.
create table appeal_closings (
  appeal_id bigint not null references appeals (id) on delete cascade,
  round smallint not null,
  closed_at timestamptz not null,
  outcome text not null check (outcome in ('solved', 'partlySolved', 'adviceGiven', 'notAccepted', 'withdrawn', 'spam')),
  team_id text not null references teams (id),
  -- Null: nobody had chosen one.
  topic_id text,
  -- The appeal's own, so that figures need not look at it.
  level text not null check (level in ('ordinary', 'protected')),
  -- Was the question answered? Null: the person has not said.
  score text check (score in ('yes', 'partly', 'no')),
  rated_at timestamptz,
  words text,
  words_sealed bytea,
  primary key (appeal_id, round),
  check ((score is null) = (rated_at is null)),
  check (score is not null or (words is null and words_sealed is null)),
  check (words is null or words_sealed is null),
  check (level = 'ordinary' or words is null)
);
-- Figures walk along it from a day on, and read nothing else. What was withdrawn and spam nobody is asked about.
create index appeal_closings_asked on appeal_closings (closed_at) include (team_id, topic_id, level, score)
  where outcome not in ('withdrawn', 'spam');

-- What was closed before: its round is the place of the closing among the appeal's closings.
insert into appeal_closings (appeal_id, round, closed_at, outcome, team_id, topic_id, level)
select e.appeal_id, row_number() over (partition by e.appeal_id order by e.id), e.at, e.details ->> 'outcome', a.team_id,
  case when a.topic_set then a.topic_id end, a.level
from appeal_events e
join appeals a on a.id = e.appeal_id
where e.what = 'closed';

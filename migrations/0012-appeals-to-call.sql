-- breaking: no

-- Whom somebody should phone, in whatever state the appeal is: the view "to call" reads it team by team like the other queues.
create index appeals_to_call on appeals (team_id, queue_group, next_due_at, id) where call_since is not null;

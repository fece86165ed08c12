-- The client is another desk's now: its live triggers move, their history stays. $1 ids, $2 managers,
-- $3 branches, $4 when, $5 those that a branch's queue takes, which have no manager.
with moved as (
  update xsell.trigger_record t
  set manager_id = case when not c.is_queued then c.manager_id end, branch = case when c.is_queued then c.branch end
  from (
    select u.*, u.trigger_id = any ($5::uuid[]) as is_queued
    from unnest($1::uuid[], $2::bigint[], $3::text[]) as u(trigger_id, manager_id, branch)
  ) c
  where t.trigger_id = c.trigger_id and t.closed_on is null
  returning t.trigger_id, t.state, t.manager_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, $4, 'nightly', state, state,
  case when manager_id is null then 'moved to the queue' else 'moved to another manager' end
from moved order by trigger_id

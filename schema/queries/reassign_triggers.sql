-- The client is another desk's now: its live triggers move, their history stays. $1 ids, $2 managers (0 = none),
-- $3 branches whose queue takes them, $4 when.
with moved as (
  update xsell.trigger_record t
  set manager_id = nullif(c.manager_id, 0), branch = case when c.manager_id = 0 then c.branch end
  from unnest($1::uuid[], $2::bigint[], $3::text[]) as c(trigger_id, manager_id, branch)
  where t.trigger_id = c.trigger_id and t.closed_on is null
  returning t.trigger_id, t.state, t.manager_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, $4, 'nightly', state, state,
  case when manager_id is null then 'moved to the queue' else 'moved to another manager' end
from moved order by trigger_id

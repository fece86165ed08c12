-- The client has another manager: its live triggers move, their history stays. $1 ids, $2 managers, $3 when.
with moved as (
  update xsell.trigger_record t set manager_id = c.manager_id
  from unnest($1::uuid[], $2::bigint[]) as c(trigger_id, manager_id)
  where t.trigger_id = c.trigger_id and t.closed_on is null
  returning t.trigger_id, t.state
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, $3, 'nightly', state, state, 'moved to another manager' from moved order by trigger_id

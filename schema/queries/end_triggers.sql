-- The night ends live triggers: $1 ids, $2 new states, $3 notes, $4 as-of date, $5 when.
with changes as (
  select * from unnest($1::uuid[], $2::text[], $3::text[]) as c(trigger_id, state, note)
), before as (
  select t.trigger_id, t.state from xsell.trigger_record t join changes using (trigger_id) for update of t
), changed as (
  update xsell.trigger_record t set state = c.state, closed_on = $4, snoozed_until = null
  from changes c where t.trigger_id = c.trigger_id and t.closed_on is null
  returning t.trigger_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select c.trigger_id, $5, 'nightly', b.state, c.state, nullif(c.note, '')
from changes c join changed using (trigger_id) join before b using (trigger_id)
order by c.trigger_id

-- The night ends live triggers: $1 ids, $2 new states, $3 notes, $4 as-of date, $5 when, $6 the states in which they were judged and
-- $7 until when they were put off then, $8 ids of those whose place another one takes tonight. What its manager has answered since
-- is judged by the next night, unless its place is taken. Each row is locked as it is joined: a lock taken beside the update would
-- pass over the rows that the update has reached first.
with ended as (
  update xsell.trigger_record t set state = c.state, closed_on = $4, snoozed_until = null
  from unnest($1::uuid[], $2::text[], $3::text[], $6::text[], $7::text[]) as c(trigger_id, state, note, seen, put_off)
  join (
    select trigger_id, state, snoozed_until from xsell.trigger_record where trigger_id = any ($1::uuid[]) for update
  ) before using (trigger_id)
  where t.trigger_id = c.trigger_id and t.closed_on is null
    and (before.state = c.seen and before.snoozed_until is not distinct from nullif(c.put_off, '')::date
      or t.trigger_id = any ($8::uuid[]))
  returning t.trigger_id, before.state as from_state, c.state as to_state, nullif(c.note, '') as note
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, $5, 'nightly', from_state, to_state, note from ended order by trigger_id

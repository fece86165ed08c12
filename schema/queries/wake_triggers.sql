-- Snoozed triggers whose date has come: $1 ids, $2 valid until, $3 when, $4 ids of those that were accepted before, and are again,
-- $5 the morning the night prepares: whoever has put one off anew since means it.
with woken as (
  update xsell.trigger_record t
  set state = case when t.trigger_id = any ($4::uuid[]) then 'accepted' else 'open' end, snoozed_until = null,
    valid_until = c.valid_until
  from unnest($1::uuid[], $2::date[]) as c(trigger_id, valid_until)
  where t.trigger_id = c.trigger_id and t.state = 'snoozed' and t.snoozed_until <= $5
  returning t.trigger_id, t.state
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
select trigger_id, $3, 'nightly', 'snoozed', state from woken order by trigger_id

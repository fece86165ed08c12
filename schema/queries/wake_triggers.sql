-- Snoozed triggers whose date has come: $1 ids, $2 valid until, $3 when.
with woken as (
  update xsell.trigger_record t set state = 'open', snoozed_until = null, valid_until = c.valid_until
  from unnest($1::uuid[], $2::date[]) as c(trigger_id, valid_until)
  where t.trigger_id = c.trigger_id and t.state = 'snoozed'
  returning t.trigger_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
select trigger_id, $3, 'nightly', 'snoozed', 'open' from woken order by trigger_id

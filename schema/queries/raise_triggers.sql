with raised as (
  insert into xsell.trigger_record select * from pg_temp.trigger_stage returning trigger_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state)
select trigger_id, $1, 'nightly', null, 'open' from raised order by trigger_id

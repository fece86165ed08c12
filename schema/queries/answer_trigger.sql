-- A manager's answer: the new state and its line of history together. $1 trigger, $2 state before, $3 state after,
-- $4 snoozed until, $5 refusal, $6 closed on, $7 actor or null for whoever asks, $8 note, $9 day to ask again.
with answered as (
  update xsell.trigger_record
  set state = $3, snoozed_until = $4, refusal = $5, closed_on = $6, ask_on = $9
  where trigger_id = $1 and state = $2
  returning trigger_id
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, clock_timestamp(), coalesce($7, current_user), $2, $3, $8 from answered

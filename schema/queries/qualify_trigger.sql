-- What a manager found out: the lines of the check-list and one of the history together. $1 trigger, $2 state, $3 items,
-- $4 answers, $5 notes (empty = none), $6 actor or null for whoever asks, $7 the line of history.
with noted as (
  insert into xsell.qualification (trigger_id, actor, item, answer, note)
  select $1, coalesce($6, current_user), c.item, c.answer, nullif(c.note, '')
  from unnest($3::text[], $4::text[], $5::text[]) with ordinality as c(item, answer, note, place)
  order by c.place
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
values ($1, clock_timestamp(), coalesce($6, current_user), $2, $2, $7)

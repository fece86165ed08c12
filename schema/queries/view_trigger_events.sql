-- A trigger's history, oldest first.
select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor, from_state, to_state, note
from xsell.trigger_event
where trigger_id = $1
order by event_id

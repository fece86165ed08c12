-- The trigger that is about to be answered, held until the transaction ends; no row where the caller does not answer it. $1 trigger.
select h.state, h.raised_on, h.earliest,
  (select coalesce((t.reason ->> 'since')::date, t.valid_until) from xsell.trigger t where t.trigger_id = $1 and t.kind = 'renew') as matures_on
from xsell.hold_call($1) h

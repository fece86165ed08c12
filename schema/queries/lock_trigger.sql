-- The trigger that is about to be answered, held until the transaction ends; no row where the caller does not answer it. $1 trigger.
select state, raised_on, earliest from xsell.hold_call($1)

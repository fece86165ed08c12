-- What a manager found out: the lines of the check-list and one of the history together. $1 trigger, $2 state, $3 items,
-- $4 answers, $5 notes (empty = none), $6 actor or null for whoever asks, $7 the line of history.
select from xsell.qualify_call($1, $2, $3, $4, $5, $6, $7)

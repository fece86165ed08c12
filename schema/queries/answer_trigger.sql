-- A manager's answer: the new state and its line of history together. $1 trigger, $2 state before, $3 state after,
-- $4 snoozed until, $5 refusal, $6 closed on, $7 actor or null for whoever asks, $8 note, $9 day to ask again.
select from xsell.answer_call($1, $2, $3, $4, $5, $6, $7, $8, $9)

insert into xsell.attempt (attempt_id, bank_id, as_of, kind, state, started_at)
values ($1, $2, $3, 'nightly', 'running', $4)

-- How long a statement of the transaction waits for a lock. $1 time.
select from set_config('lock_timeout', $1, true)

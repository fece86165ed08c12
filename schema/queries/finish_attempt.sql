-- An attempt ends once: what goes wrong after its end does not change how it ended.
update xsell.attempt
set state = $2, run_id = $3, finished_at = $4, stages = $5, manifest = $6, failure = $7
where attempt_id = $1 and state = 'running'

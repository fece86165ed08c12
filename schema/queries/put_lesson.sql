-- Those of a quarter stay: a night of a past date leans on what was known then.
with old as (delete from xsell.lesson where bank_id = $1 and as_of < $2 - 92)
insert into xsell.lesson (bank_id, as_of, run_id, policy_hash, version, content)
values ($1, $2, $3, $4, $5, $6::text::json)
on conflict (bank_id, as_of) do update
set (run_id, policy_hash, version, content) = (excluded.run_id, excluded.policy_hash, excluded.version, excluded.content)

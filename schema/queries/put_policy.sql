-- $1 hash; $2 settings, a JSON object.
insert into xsell.policy (policy_hash, settings) values ($1, $2) on conflict do nothing

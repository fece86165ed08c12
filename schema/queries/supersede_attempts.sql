-- The same result published again after another: the ledger shows one published run an identity.
update xsell.attempt set state = 'superseded' where run_id = $1 and state = 'published'

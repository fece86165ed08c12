-- What fill_duplicate_account found.
select account_id from pg_temp.duplicate_account

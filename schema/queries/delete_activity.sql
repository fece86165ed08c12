-- $1 bank; $2 clients, null = all.
delete from xsell.client_activity where bank_id = $1 and ($2::bigint[] is null or client_id = any($2))

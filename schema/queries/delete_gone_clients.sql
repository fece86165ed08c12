-- $1 bank; $2 clients.
with standings as (delete from xsell.client_standing where bank_id = $1 and client_id = any($2))
delete from xsell.client_result where bank_id = $1 and client_id = any($2)

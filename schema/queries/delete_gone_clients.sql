-- $1 bank; $2 clients.
delete from xsell.client_result where bank_id = $1 and client_id = any($2)

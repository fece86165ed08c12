-- Reads the rows from their pages, by which PostgreSQL clears those of older versions. $1 bank; $2 clients.
select count(tenure_months) from xsell.client_result where bank_id = $1 and client_id = any($2)

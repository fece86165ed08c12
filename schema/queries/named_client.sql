-- The client of trigger t as people are shown it: number and name, one row whatever the source repeats.
select c.client_no::text as client_no, nullif(c.name::text, '') as name
from source.client c
where c.bank_id = t.bank_id and c.client_id = t.client_id
order by c.client_no collate "C", c.name collate "C"
limit 1

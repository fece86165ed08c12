-- How many clients and accounts the last publication knew, on an earlier date or the same.
select (a.manifest #>> '{input,client,rows}')::numeric as clients, (a.manifest #>> '{input,account,rows}')::numeric as accounts
from xsell.publication p
join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
where p.bank_id = current_setting('xsell.bank_id') and p.as_of <= current_setting('xsell.as_of')::date

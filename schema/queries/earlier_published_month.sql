-- The last month that was over for what the bank's views show, where it is an earlier one than the night's.
select (date_trunc('month', p.as_of + 1) - interval '1 month')::date as month
from xsell.publication p
where p.bank_id = $1 and date_trunc('month', p.as_of + 1) < date_trunc('month', $2::date + 1)

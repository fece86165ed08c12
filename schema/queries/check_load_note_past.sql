-- The warehouse has gone on since the as-of date, so what its notes count is not what is there now.
select max(l.business_date)::text as key
from source.load l
where l.bank_id = current_setting('xsell.bank_id') and isfinite(l.business_date)
having max(l.business_date) > current_setting('xsell.as_of')::date

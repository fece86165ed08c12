-- The latest date that the warehouse's notes speak for, where the as-of date lies further ahead of it than the policy
-- allows. Of a warehouse that writes no notes nothing can be said: a quiet bank is not a mistyped date.
select l.latest::text as key
from (
  select max(l.business_date) as latest
  from source.load l
  where l.bank_id = current_setting('xsell.bank_id') and isfinite(l.business_date)
) l
where current_setting('xsell.as_of')::date > l.latest + current_setting('xsell.maximum_days_ahead')::integer

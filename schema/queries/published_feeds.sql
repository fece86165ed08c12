-- A publication of the same month that missed nothing of it.
select
from xsell.publication p
join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
where p.bank_id = current_setting('xsell.bank_id')
  and date_trunc('month', p.as_of + 1) = date_trunc('month', current_setting('xsell.as_of')::date + 1)
  and not a.stages -> 'quality' ?| '{product_month_missing,month_thin}'

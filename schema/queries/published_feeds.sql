-- Products whose last month the last publication missed, where it knew that month; none where it missed nothing.
select coalesce(a.stages #> '{read,missing_feeds}', '[]') as missing
from xsell.publication p
join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
where p.bank_id = current_setting('xsell.bank_id') and p.as_of <= current_setting('xsell.as_of')::date
  and date_trunc('month', p.as_of + 1) = date_trunc('month', current_setting('xsell.as_of')::date + 1)
  and a.stages ? 'months' and not a.stages -> 'quality' ? 'month_thin'

-- Of the last three complete months, as far as the policy looks back, how many clients had business in each as the last publication knew it, on an earlier date or
-- the same, and how many have now.
select m.key as month, m.value::numeric as published,
  coalesce((current_setting('xsell.month_clients')::jsonb ->> m.key)::numeric, 0) as now
from xsell.publication p
join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
cross join lateral jsonb_each_text(a.stages -> 'months') m
where p.bank_id = current_setting('xsell.bank_id') and p.as_of <= current_setting('xsell.as_of')::date
  and m.key >= to_char(date_trunc('month', current_setting('xsell.as_of')::date + 1) - make_interval(months => least(3, current_setting('xsell.history_months')::integer)), 'YYYY-MM')

-- One row a client and month, ascending: total income in minor units and operations, over the last
-- xsell.history_months complete months.
select c.client_id,
  c.month,
  (sum(round(c.income, 2)) * 100)::bigint as income,
  sum(c.operations)::bigint as operations
from ({{faults_product_month}}) c
where c.fault is null
  and c.month > (
    select current_setting('xsell.last_month')::date
      - make_interval(months => current_setting('xsell.history_months')::int))
  and {{in_sample}}
group by c.client_id, c.month
order by c.client_id, c.month

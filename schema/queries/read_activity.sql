-- One row a client and product with any activity, ascending: sums over the last 3 and 12 complete months, in minor
-- units (each row rounded to the hundredth, as everywhere), the months of the 12 with activity, and the last month with any.
select c.client_id,
  c.product_code,
  coalesce(sum(round(c.income, 2)) filter (where c.month > (select current_setting('xsell.last_month')::date - interval '3 months')) * 100, 0)::bigint
    as income3,
  coalesce(sum(round(c.income, 2)) filter (where c.month > (select current_setting('xsell.last_month')::date - interval '12 months')) * 100, 0)::bigint
    as income12,
  coalesce(sum(c.operations) filter (where c.month > (select current_setting('xsell.last_month')::date - interval '3 months')), 0)::bigint
    as operations3,
  coalesce(sum(c.operations) filter (where c.month > (select current_setting('xsell.last_month')::date - interval '12 months')), 0)::bigint
    as operations12,
  count(*) filter (
    where c.month > (select current_setting('xsell.last_month')::date - interval '12 months')
      and (round(c.income, 2) <> 0 or c.operations > 0)) as active_months,
  max(c.month) filter (where round(c.income, 2) <> 0 or c.operations > 0) as last_active
from ({{faults_product_month}}) c
where c.fault is null
  and {{in_sample}}
group by c.client_id, c.product_code
order by c.client_id, c.product_code collate "C"

-- Of every product the clients of the night that had business with it in at least $1 of the last twelve months, as a reading counts
-- them (ProductFeeds): with business in the last month, or none since the month before although they have it still.
select u.product_code, count(*) filter (where u.last_active = u.last_month) as present,
  count(*) filter (
    where u.last_active = u.last_month - interval '1 month' and (a.client_id is null or a.is_held)
  ) as absent
from (
  select f.client_id, f.product_code, max(f.month) as last_active, current_setting('xsell.last_month')::date as last_month
  from ({{faults_product_month}}) f
  join ({{faults_client}}) c on c.fault is null and c.client_id = f.client_id
  join ({{faults_product}}) p on p.fault is null and p.product_code = f.product_code
  where f.fault is null and (round(f.income, 2) <> 0 or f.operations > 0)
    and f.month > (select current_setting('xsell.last_month')::date - interval '12 months')
  group by f.client_id, f.product_code
  having count(*) >= $1
) u
left join (
  select client_id, product_code, bool_or(coalesce(closed_on > current_setting('xsell.as_of')::date, true)) as is_held
  from ({{faults_account}}) f
  where fault is null
  group by client_id, product_code
) a on a.client_id = u.client_id and a.product_code = u.product_code
group by u.product_code

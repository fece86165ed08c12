-- Clients of the night with business in the last month that is over, and in the fullest of the three months before it, as
-- a reading counts them (MonthClients). Where a publication of an earlier month stands, the last three months that it knew
-- count among those before: months that were never loaded are no measure of the next one.
select coalesce(max(m.clients) filter (where m.month = m.last_month), 0) as last_month,
  coalesce(max(m.clients) filter (where m.month < m.last_month), 0) as before
from (
  select b.month, count(*) as clients, current_setting('xsell.last_month')::date as last_month
  from (
    select f.client_id, f.month
    from ({{faults_product_month}}) f
    join ({{faults_client}}) c on c.fault is null and c.client_id = f.client_id
    where f.fault is null
      and (
        f.month >= (select current_setting('xsell.last_month')::date - interval '3 months')
          and f.month <= (select current_setting('xsell.last_month')::date)
        or f.month >= (select nullif(current_setting('xsell.published_month', true), '')::date - interval '2 months')
          and f.month <= (select nullif(current_setting('xsell.published_month', true), '')::date)
      )
    group by f.client_id, f.month
    having sum(round(f.income, 2)) <> 0 or sum(f.operations) > 0
  ) b
  group by b.month
) m

-- Clients of the night with business by month, as a reading counts them (MonthClients): in the months of history up to the
-- last that is over. Where a publication of an earlier month stands, the last three months that it knew are there too: months that
-- were never loaded are no measure of the next one.
select m.month, count(*) as clients, sum(m.income)::double precision as income, sum(m.operations)::double precision as operations
from (
  select f.client_id, f.month, sum(round(f.income, 2)) as income, sum(f.operations) as operations
  from ({{faults_product_month}}) f
  join ({{faults_client}}) c on c.fault is null and c.client_id = f.client_id
  where f.fault is null
    and (
      f.month > (select current_setting('xsell.last_month')::date
          - current_setting('xsell.history_months')::integer * interval '1 month')
        and f.month <= (select current_setting('xsell.last_month')::date)
      or f.month >= (select nullif(current_setting('xsell.published_month', true), '')::date - interval '2 months')
        and f.month <= (select nullif(current_setting('xsell.published_month', true), '')::date)
    )
  group by f.client_id, f.month
  having sum(round(f.income, 2)) <> 0 or sum(f.operations) > 0
) m
group by m.month

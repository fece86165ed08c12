-- Clients of the night with business in the last month that is over, and in the fullest of the three months before it; as a
-- reading counts them (MonthClients).
select coalesce(max(m.clients) filter (where m.ago = 0), 0) as last_month, coalesce(max(m.clients) filter (where m.ago > 0), 0) as before
from (
  select b.ago, count(*) as clients
  from (
    select f.client_id, n.ago
    from (select current_setting('xsell.last_month')::date as month) l
    cross join generate_series(0, 3) as n(ago)
    join ({{faults_product_month}}) f on f.fault is null and f.month = (l.month - n.ago * interval '1 month')::date
    join ({{faults_client}}) c on c.fault is null and c.client_id = f.client_id
    group by f.client_id, n.ago
    having sum(round(f.income, 2)) <> 0 or sum(f.operations) > 0
  ) b
  group by b.ago
) m

-- One row a client, product and month over all complete months, ascending by client: income in minor units and
-- operations. For a sample of clients, whose past is rebuilt at several dates from one reading; it puts the few rows of
-- one client in order itself, which is cheaper than sorting all of them by a text.
select c.client_id,
  c.product_code,
  c.month,
  (round(c.income, 2) * 100)::bigint as income,
  c.operations::bigint as operations
from ({{faults_product_month}}) c
where c.fault is null
  and {{in_sample}}
order by c.client_id

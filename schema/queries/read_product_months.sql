-- One row a client, product and month, ascending, over all complete months: income in minor units and operations. For a
-- sample of clients, whose past is rebuilt at several dates from one reading.
select c.client_id,
  c.product_code,
  c.month,
  (c.income * 100)::bigint as income,
  c.operations::bigint as operations
from ({{faults_product_month}}) c
where c.fault is null
  and {{in_sample}}
order by c.client_id, c.product_code collate "C", c.month

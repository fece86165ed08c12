-- One row a client, product and month over all complete months, ascending by client: income in minor units and
-- operations. What came of a bank's clients is read so; a night takes scan_product_months, and tests hold the two together.
select c.client_id,
  c.product_code,
  c.month,
  (round(c.income, 2) * 100)::bigint as income,
  c.operations::bigint as operations
from ({{faults_product_month}}) c
where c.fault is null
  and {{in_sample}}
order by c.client_id

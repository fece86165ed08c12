select current_setting('xsell.bank_id') as key
where not exists (
  select from ({{faults_product_month}}) f where f.fault is null and f.month is not null and f.income <> 0)

-- The scan ends at the first month with an income; only a bank that has none is read to the end.
select current_setting('xsell.bank_id') as key
where not exists (
  select from ({{faults_product_month}}) f where f.fault is null and f.month is not null and f.income <> 0)

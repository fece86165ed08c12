-- Product months that stand more than once among the complete months.
insert into pg_temp.duplicate_product_month (client_id, product_code, month)
select client_id::bigint, product_code::text, month
from source.product_month
where bank_id = (select current_setting('xsell.bank_id'))
  and month <= (select current_setting('xsell.last_month')::date)
  and client_id is not null and product_code is not null
group by client_id::bigint, product_code::text, month
having count(*) > 1

-- Key and fault of every row of product_month that is not sound.
select concat_ws(' ', coalesce(f.client_id::text, '(none)'), coalesce(f.product_code, '(none)'), coalesce(f.month::text, '(none)')) as key, f.fault
from ({{faults_product_month}}) f
where f.fault is not null

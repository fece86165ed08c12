-- Key and fault of every row of product that is not sound.
select coalesce(f.product_code, '(none)') as key, f.fault
from ({{faults_product}}) f
where f.fault is not null

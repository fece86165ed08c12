-- Products that require or exclude a product which is not there, or null, which is none.
select p.product_code || ' -> ' || coalesce(other, '(none)') as key
from ({{faults_product}}) p
cross join lateral unnest(p.requires || p.excludes) as other
where p.fault is null and not exists (select from ({{faults_product}}) q where q.product_code = other)

-- Products that require or exclude a product which is not there.
select p.product_code || ' -> ' || other as key
from ({{faults_product}}) p
cross join lateral unnest(p.requires || p.excludes) as other
where p.fault is null and not exists (select from ({{faults_product}}) q where q.product_code = other)

-- The sound products of the night's bank.
select product_code, name, family, income_kind, sellable, coalesce(requires, '{}') as requires, coalesce(excludes, '{}') as excludes
from ({{faults_product}}) p
where fault is null
order by product_code collate "C"

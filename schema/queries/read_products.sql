-- The sound products of the night's bank. A null among the products of a rule is none.
select product_code, name, family, income_kind, sellable, 
  array_remove(coalesce(requires, '{}'), null) as requires, array_remove(coalesce(excludes, '{}'), null) as excludes
from ({{faults_product}}) p
where fault is null
order by product_code collate "C"

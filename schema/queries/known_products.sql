-- Products as people are shown them: one row each, whatever the source repeats or lacks.
select distinct on (bank_id, product_code) bank_id::text, product_code::text, coalesce(nullif(name, ''), product_code)::text as name
from source.product
where bank_id is not null and product_code is not null
order by bank_id, product_code, name collate "C"

-- Product months that are looked at, and those to come.
select count(*) filter (where not ({{is_to_come}})) as row_count, count(*) filter (where {{is_to_come}}) as to_come
from source.product_month m
where m.bank_id = current_setting('xsell.bank_id')

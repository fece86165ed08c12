-- Product months of a bank, and those of them that are to come: complete but for their time, and nothing but counted, whoever's they
-- are. As in is_to_come; a statement of its own, because it has parameters and so a plan for all processors.
-- $1 bank; $2 last month that is over.
select count(*) as row_count,
  count(*) filter (where m.month > $2 and isfinite(m.month) and m.client_id is not null and m.product_code is not null
    and m.income is not null and m.operations is not null) as to_come
from source.product_month m
where m.bank_id = $1

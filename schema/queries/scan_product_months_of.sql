-- As scan_product_months, of some clients.
select m.client_id::bigint, m.product_code::text, m.month, m.income::numeric, m.operations::bigint
from unnest((select current_setting('xsell.clients')::bigint[])) as c(client_id)
join source.product_month m on m.client_id = c.client_id
where m.bank_id = (select current_setting('xsell.bank_id')) and not ({{is_to_come}})

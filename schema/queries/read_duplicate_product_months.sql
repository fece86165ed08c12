-- What fill_duplicate_product_month found.
select client_id, product_code, month from pg_temp.duplicate_product_month

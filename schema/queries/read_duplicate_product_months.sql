-- What fill_duplicate_product_month found; months without end have a fault of their own, which comes first.
select client_id, product_code, month from pg_temp.duplicate_product_month where isfinite(month)

-- Relations in which the check found no key that stands twice.
select 'client' as relation where not exists (select from pg_temp.duplicate_client)
union all
select 'account' where not exists (select from pg_temp.duplicate_account)
union all
select 'product_month' where not exists (select from pg_temp.duplicate_product_month)

-- Rows of the bank in each relation but product_month, whatever their date and soundness.
select 'bank' as relation, count(*) as row_count from source.bank where bank_id = $1
union all
select 'manager', count(*) from source.manager where bank_id = $1
union all
select 'client', count(*) from source.client where bank_id = $1
union all
select 'product', count(*) from source.product where bank_id = $1
union all
select 'account', count(*) from source.account where bank_id = $1
union all
select 'load', count(*) from source.load where bank_id = $1

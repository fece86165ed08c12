-- Accounts of the night's bank, each with the first rule of the contract that it breaks (null = sound).
select a.*,
  case
    when a.account_id is null or a.client_id is null or a.product_code is null then 'account_key_missing'
    when d.account_id is not null then 'account_duplicate'
    when a.opened_on > current_setting('xsell.as_of')::date then 'future'
    when c.client_id is null then 'account_orphan'
    when p.product_code is null then 'account_unknown_product'
    when a.closed_on < a.opened_on then 'account_closed_before_opened'
  end as fault
from source.account a
left join pg_temp.duplicate_account d on d.account_id = a.account_id
left join (select distinct client_id from source.client where bank_id = current_setting('xsell.bank_id')) c
  on c.client_id = a.client_id
left join (select distinct product_code from source.product where bank_id = current_setting('xsell.bank_id')) p
  on p.product_code = a.product_code
where a.bank_id = current_setting('xsell.bank_id')

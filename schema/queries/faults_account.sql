-- Accounts of the night's bank in the contract's own types, each with the first rule of the contract that it breaks
-- (null = sound). The bank's keys are joined without a scalar subquery inside: that would keep the plan from running in
-- parallel.
select a.*,
  case
    when a.account_id is null or a.client_id is null or a.product_code is null then 'account_key_missing'
    when not isfinite(a.opened_on) or '-infinity' in (a.closed_on, a.matures_on) then 'account_endless_date'
    when a.opened_on > (select current_setting('xsell.as_of')::date) then 'future'
    when d.account_id is not null then 'account_duplicate'
    when c.client_id is null then 'account_orphan'
    when p.product_code is null then 'account_unknown_product'
    when a.closed_on < a.opened_on then 'account_closed_before_opened'
  end as fault
from (
  select account_id::bigint, client_id::bigint, product_code::text, opened_on, closed_on, matures_on
  from source.account
  where bank_id = (select current_setting('xsell.bank_id'))
) a
left join pg_temp.duplicate_account d on d.account_id = a.account_id
left join (
  select distinct client_id::bigint from source.client where bank_id = current_setting('xsell.bank_id')
) c on c.client_id = a.client_id
left join (
  select distinct product_code::text from source.product where bank_id = current_setting('xsell.bank_id')
    and product_code <> ''
) p on p.product_code = a.product_code

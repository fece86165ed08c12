-- Product months of the night's bank in the contract's own types, each with the first rule of the contract that it breaks
-- (null = sound). A month counts only once it is over: its row may otherwise already know days after the as-of date.
-- This may be tens of millions of rows: settings are read once a query, nothing keeps the plan from running in parallel.
-- A night, which reads every row anyway, judges in ProductMonthJudge instead; a test on random banks compares the two.
select m.*,
  case
    when m.client_id is null or m.product_code is null or m.month is null or m.income is null or m.operations is null
      then 'product_month_key_missing'
    when not isfinite(m.month) then 'product_month_endless_month'
    when m.month > (select current_setting('xsell.last_month')::date) then 'future'
    when d.client_id is not null then 'product_month_duplicate'
    when m.month <> date_trunc('month', m.month::timestamp) then 'product_month_not_first_day'
    when c.client_id is null then 'product_month_orphan'
    when p.product_code is null then 'product_month_unknown_product'
    when m.income = 'NaN' or abs(m.income) > (select current_setting('xsell.absurd_amount')::numeric)
      or m.operations > 2147483647 then 'product_month_absurd_amount'
    when m.operations < 0 then 'product_month_negative_operations'
  end as fault
from (
  select client_id::bigint, product_code::text, month, income::numeric, operations
  from source.product_month
  where bank_id = (select current_setting('xsell.bank_id'))
) m
left join pg_temp.duplicate_product_month d
  on d.client_id = m.client_id and d.product_code = m.product_code and d.month = m.month
left join (
  select distinct client_id::bigint from source.client where bank_id = current_setting('xsell.bank_id')
) c on c.client_id = m.client_id
left join (
  select distinct product_code::text from source.product where bank_id = current_setting('xsell.bank_id')
    and product_code <> ''
) p on p.product_code = m.product_code

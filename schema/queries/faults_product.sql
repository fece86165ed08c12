-- Products of the night's bank in the contract's own types, each with the first rule of the contract that it breaks
-- (null = sound).
select p.*,
  case
    when p.product_code is null or p.name is null or p.family is null or p.sellable is null then 'product_key_missing'
    when count(*) over (partition by p.product_code) > 1 then 'product_duplicate'
    when p.income_kind is null or p.income_kind not in ('interest', 'fee', 'fx', 'other') then 'product_unknown_income_kind'
  end as fault
from (
  select nullif(product_code::text, '') as product_code, nullif(name::text, '') as name, family::text,
    income_kind::text, sellable, requires::text[], excludes::text[]
  from source.product
  where bank_id = current_setting('xsell.bank_id')
) p

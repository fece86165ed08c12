-- Products that the policy has rules or ideal clients for, and the bank does not know.
select n.name as key
from unnest((select current_setting('xsell.policy_products')::text[])) as n(name)
where not exists (
  select from source.product p where p.bank_id = current_setting('xsell.bank_id') and p.product_code = n.name)

-- Regions and lines of business that the policy has ideal clients for, and no client of the bank is of.
select n.name as key
from (
  select 'region' as kind, unnest((select current_setting('xsell.policy_regions')::text[])) as name
  union all
  select 'industry', unnest((select current_setting('xsell.policy_industries')::text[]))
) n
where not exists (
  select from source.client c
  where c.bank_id = current_setting('xsell.bank_id')
    and case n.kind when 'region' then c.region::text else c.industry::text end = n.name)

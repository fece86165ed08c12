-- Managers of the night's bank in the contract's own types, each with the first rule of the contract that it breaks
-- (null = sound).
select m.*,
  case
    when m.manager_id is null or m.full_name is null or m.branch is null or m.active is null then 'manager_key_missing'
    when count(*) over (partition by m.manager_id) > 1 then 'manager_duplicate'
  end as fault
from (
  select manager_id::bigint, nullif(full_name::text, '') as full_name, branch::text, active
  from source.manager
  where bank_id = current_setting('xsell.bank_id')
) m

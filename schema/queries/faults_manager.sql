-- Managers of the night's bank, each with the first rule of the contract that it breaks (null = sound).
select m.*,
  case
    when m.manager_id is null or m.full_name is null or m.branch is null or m.active is null then 'manager_key_missing'
    when count(*) over (partition by m.manager_id) > 1 then 'manager_duplicate'
  end as fault
from source.manager m
where m.bank_id = current_setting('xsell.bank_id')

-- Managers as people are shown them: one row each, whatever the source repeats; without a name there is nobody to show.
select distinct on (bank_id, manager_id) bank_id::text, manager_id::bigint, full_name::text, login::text, coalesce(branch, '')::text as branch,
  coalesce(active, false) as active
from source.manager
where bank_id is not null and manager_id is not null and full_name <> ''
order by bank_id, manager_id, full_name collate "C", login collate "C", branch collate "C", active desc

-- Managers who may be meant ($1 to $3: see find_managers) and, where it is one, the live triggers on the list, best first.
with likely as materialized (
  {{find_managers}}
),
meant as materialized (
  select min(bank_id) as bank_id, min(manager_id) as manager_id from likely having count(*) = 1
)
select d.*, d.full_name as manager_name, t.*
from likely d
left join (
  {{listed_trigger}}
  where t.bank_id = (select bank_id from meant) and t.manager_id = (select manager_id from meant)
    and t.state in ('open', 'accepted', 'snoozed')
) t on true
order by d.bank_id collate "C", d.manager_id, t.trigger_kind = 'retain' desc, t.priority desc, t.trigger_id

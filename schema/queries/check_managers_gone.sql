-- Managers have calls on their lists, and no active manager is known any more.
select k.key
from ({{check_managers_unknown}}) k
where exists (
  select from xsell.trigger_record t
  where t.bank_id = k.key and t.manager_id is not null and t.state in ('open', 'accepted', 'snoozed'))

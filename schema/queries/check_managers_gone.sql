-- Managers have calls on their lists, and no active manager is known any more.
select current_setting('xsell.bank_id') as key
where not exists (select from ({{faults_manager}}) f where f.fault is null and f.active)
  and exists (
    select from xsell.trigger_record t
    where t.bank_id = current_setting('xsell.bank_id') and t.manager_id is not null
      and t.state in ('open', 'accepted', 'snoozed'))

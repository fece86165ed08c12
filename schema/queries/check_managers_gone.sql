-- Of the managers that have calls on their lists so many have no sound row any more; who has left, and is not active, has one.
select k.gone || ' of ' || k.called as key
from (
  select count(*) as called, count(*) filter (where s.manager_id is null) as gone
  from (
    select distinct t.manager_id
    from xsell.trigger_record t
    where t.bank_id = current_setting('xsell.bank_id') and t.manager_id is not null and t.state in ('open', 'accepted', 'snoozed')
  ) c
  left join (select f.manager_id from ({{faults_manager}}) f where f.fault is null) s on s.manager_id = c.manager_id
) k
where k.gone > 0 and k.gone >= k.called * current_setting('xsell.shrink_error')::numeric

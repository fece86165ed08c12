-- Of the managers that have calls on their lists so many have no sound row any more, though clients are still theirs. Who has left, and is
-- not active, has one; whose clients are another's by now is missed by nobody.
with called as (
  select distinct t.manager_id
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id') and t.manager_id is not null and t.state in ('open', 'accepted', 'snoozed')
), gone as materialized (
  select c.manager_id from called c
  except
  select f.manager_id from ({{faults_manager}}) f where f.fault is null
)
select k.gone || ' of ' || k.called as key
from (
  select (select count(*) from called) as called, count(*) as gone
  from gone g
  where exists (
    select from source.client c
    where c.bank_id = current_setting('xsell.bank_id') and c.manager_id::bigint = g.manager_id
      and coalesce(c.closed_on > current_setting('xsell.as_of')::date, true))
) k
where k.gone > 0 and k.gone >= k.called * current_setting('xsell.shrink_error')::numeric

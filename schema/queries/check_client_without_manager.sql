-- Clients of today that nobody looks after, in a bank that has managers at all.
select c.client_id::text as key
from ({{faults_client}}) c
where c.fault is null and c.manager_id is null
  and (c.closed_on is null or c.closed_on > (select current_setting('xsell.as_of')::date))
  and exists (select from ({{faults_manager}}) m where m.fault is null and m.active)

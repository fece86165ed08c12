-- Clients of today whose manager is unknown, inactive or unsound, in a bank that has managers at all;
-- looked up, not joined, as in read_clients.
select c.client_id::text as key
from ({{faults_client}}) c
where c.fault is null and c.manager_id is not null
  and (c.closed_on is null or c.closed_on > (select current_setting('xsell.as_of')::date))
  and exists (select from ({{faults_manager}}) m where m.fault is null and m.active)
  and c.manager_id not in (select m.manager_id from ({{faults_manager}}) m where m.fault is null and m.active)

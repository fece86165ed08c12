-- Clients whose manager does not take triggers any more, with that manager.
select c.client_id, c.manager_id
from ({{faults_client}}) c
where c.fault is null
  and c.manager_id is not null
  and c.manager_id not in (select m.manager_id from ({{faults_manager}}) m where m.active and m.fault is null)
order by c.client_id

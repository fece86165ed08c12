-- Managers who take triggers.
select manager_id, full_name, branch
from ({{faults_manager}}) m
where fault is null and active
order by manager_id

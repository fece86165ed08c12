-- Managers: who takes triggers, and of which branch those are who no longer do.
select manager_id, branch, active
from ({{faults_manager}}) m
where fault is null
order by manager_id

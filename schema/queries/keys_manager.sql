-- Key and fault of every row of manager that is not sound.
select coalesce(f.manager_id::text, '(none)') as key, f.fault
from ({{faults_manager}}) f
where f.fault is not null

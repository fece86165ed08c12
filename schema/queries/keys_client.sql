-- Key and fault of every row of client that is not sound.
select coalesce(f.client_id::text, '(none)') as key, f.fault
from ({{faults_client}}) f
where f.fault is not null

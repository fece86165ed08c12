-- Key and fault of every row of account that is not sound.
select coalesce(f.account_id::text, '(none)') as key, f.fault
from ({{faults_account}}) f
where f.fault is not null

select a.account_id::text as key
from ({{faults_account}}) a
join ({{faults_client}}) c on c.client_id = a.client_id
where a.fault is null and c.fault is null and a.opened_on < c.opened_on

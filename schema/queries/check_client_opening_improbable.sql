-- Clients who came before anybody's business of today did: such dates stand where warehouses know none.
select c.client_id::text as key
from ({{faults_client}}) c
where c.fault is null and c.opened_on < '1901-01-01'

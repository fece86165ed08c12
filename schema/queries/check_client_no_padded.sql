-- Clients whose number nobody can type.
select c.client_id::text as key
from ({{faults_client}}) c
where c.fault is null and c.client_no <> btrim(c.client_no, e' \t\r\n\u00a0')

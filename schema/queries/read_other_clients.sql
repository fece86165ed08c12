-- Clients that the source has and the snapshot has not: not sound, yet to come, outside the sample.
select distinct c.client_id
from ({{faults_client}}) c
where c.client_id is not null and (c.fault is not null or not ({{in_sample}}))

-- Clients with an attribute that is an object or a list itself.
select c.client_id::text as key
from ({{faults_client}}) c
where c.fault is null
  and jsonb_path_exists(c.attributes, 'strict $.* ? (@.type() == "object" || @.type() == "array")')

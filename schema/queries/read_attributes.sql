-- One row a client and attribute, ascending by client: further facts, numbers told from words.
select c.client_id,
  e.key,
  jsonb_typeof(e.value) = 'number' as is_number,
  e.value #>> '{}' as value
from ({{faults_client}}) c
cross join lateral jsonb_each(c.attributes) e
where c.fault is null
  and jsonb_typeof(e.value) in ('number', 'string', 'boolean')
  and e.value <> '""'
  and {{in_sample}}
order by c.client_id, e.key collate "C"

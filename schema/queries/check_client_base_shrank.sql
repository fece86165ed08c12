-- The last publication knew more clients, on an earlier date or the same. The share lost lies between two settings.
select s.clients || ' -> ' || current_setting('xsell.sound_clients') as key
from (
  select (a.manifest #>> '{input,client,rows}')::numeric as clients
  from xsell.publication p
  join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
  where p.bank_id = current_setting('xsell.bank_id') and p.as_of <= current_setting('xsell.as_of')::date
) s
where s.clients > 0
  and 1 - current_setting('xsell.sound_clients')::numeric / s.clients >= current_setting('xsell.shrink_warning')::numeric
  and 1 - current_setting('xsell.sound_clients')::numeric / s.clients < current_setting('xsell.shrink_error')::numeric

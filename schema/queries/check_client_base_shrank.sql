-- The last publication knew more clients, on an earlier date or the same. The share lost lies between two settings.
select s.clients || ' -> ' || current_setting('xsell.sound_clients') as key
from ({{published_input}}) s
where s.clients > 0
  and 1 - current_setting('xsell.sound_clients')::numeric / s.clients >= current_setting('xsell.shrink_warning')::numeric
  and 1 - current_setting('xsell.sound_clients')::numeric / s.clients < current_setting('xsell.shrink_error')::numeric

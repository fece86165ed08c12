-- The last publication knew far more clients, on an earlier date or the same.
select s.clients || ' -> ' || current_setting('xsell.sound_clients') as key
from ({{published_input}}) s
where s.clients > 0
  and 1 - current_setting('xsell.sound_clients')::numeric / s.clients >= current_setting('xsell.shrink_error')::numeric

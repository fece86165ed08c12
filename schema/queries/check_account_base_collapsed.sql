-- The last publication knew far more accounts: as check_client_base_collapsed.
select s.accounts || ' -> ' || (current_setting('xsell.row_counts')::jsonb ->> 'account') as key
from ({{published_input}}) s
where s.accounts > 0
  and 1 - (current_setting('xsell.row_counts')::jsonb ->> 'account')::numeric / s.accounts >= current_setting('xsell.shrink_error')::numeric

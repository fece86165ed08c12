-- The last publication knew far more accounts, on an earlier date or the same: as check_client_base_collapsed.
select s.accounts || ' -> ' || s.now as key
from (
  select (a.manifest #>> '{input,account,rows}')::numeric as accounts,
    (current_setting('xsell.row_counts')::jsonb ->> 'account')::numeric as now
  from xsell.publication p
  join xsell.attempt a on a.run_id = p.run_id and a.state = 'published'
  where p.bank_id = current_setting('xsell.bank_id') and p.as_of <= current_setting('xsell.as_of')::date
) s
where s.accounts > 0
  and 1 - s.now / s.accounts >= current_setting('xsell.shrink_error')::numeric

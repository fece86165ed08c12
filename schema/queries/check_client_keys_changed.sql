-- Of the clients that are published, the thousand with the lowest and highest keys, as many are no clients any more as a base may not
-- lose: all have got other keys, and would be taken for clients that are new to a bank that has lost its own.
select s.gone || ' of ' || s.seen as key
from (
  select count(*) as seen,
    count(*) filter (where not exists (
      select from source.client c where c.bank_id = k.bank_id and c.client_id = k.client_id)) as gone
  from (
    (select bank_id, client_id from xsell.client_result where bank_id = current_setting('xsell.bank_id') order by client_id limit 500)
    union
    (select bank_id, client_id from xsell.client_result where bank_id = current_setting('xsell.bank_id') order by client_id desc limit 500)
  ) k
) s
where s.seen >= 20 and s.gone >= s.seen * current_setting('xsell.shrink_error')::numeric

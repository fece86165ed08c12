-- Clients with calls that are not in the source any more while another client has their number: the firm has got another key.
select gone.client_id || ' → ' || c.client_id as key
from (
  select r.bank_id, r.client_id, r.client_no
  from xsell.client_result r
  where r.bank_id = current_setting('xsell.bank_id')
    and r.client_id in (
      select t.client_id from xsell.trigger_record t
      where t.bank_id = current_setting('xsell.bank_id')
      except
      select s.client_id::bigint from source.client s where s.bank_id = current_setting('xsell.bank_id'))
) gone
join source.client c on c.bank_id = gone.bank_id and c.client_no::text = gone.client_no

-- Clients with calls that are not in the source any more while another client has their number: the firm has got another key.
with gone as (
  select distinct t.client_id
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id')
    and not exists (select from source.client s where s.bank_id = t.bank_id and s.client_id = t.client_id)
)
select g.client_id || ' → ' || c.client_id as key
from gone g
-- Looked up one by one: they are few, or the night is refused.
cross join lateral (
  select r.client_no from xsell.client_result r
  where r.bank_id = current_setting('xsell.bank_id') and r.client_id = g.client_id
  limit 1
) r
join source.client c on c.bank_id = current_setting('xsell.bank_id') and c.client_no::text = r.client_no

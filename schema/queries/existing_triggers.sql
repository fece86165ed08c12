-- Live triggers, the latest ended one of each client, kind and product, and all raised not long ago: what a night decides
-- from. Nothing raised after the as-of date.
with known as (
  select t.*, row_number() over (
      partition by client_id, kind, product_code order by cycle desc) = 1 as is_latest
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id') and t.raised_on <= current_setting('xsell.as_of')::date
)
select trigger_id::text, client_id, manager_id, kind, product_code, state, cycle, raised_on, valid_until, snoozed_until,
  closed_on, refusal
from known
where closed_on is null or is_latest
  or raised_on > current_setting('xsell.as_of')::date - current_setting('xsell.contact_window_days')::integer
order by client_id, trigger_id

-- Clients of the night's bank in the contract's own types, each with the first rule of the contract that it breaks
-- (null = sound). What is written as nothing is not known. `future` is no fault: the client came after the as-of date and does not exist yet. Settings are
-- read in scalar subqueries, once a query and not once a row.
select c.*,
  case
    when c.client_id is null or c.client_no is null or c.name is null or c.contact_allowed is null then 'client_key_missing'
    when not isfinite(c.opened_on) or c.closed_on = '-infinity' then 'client_endless_date'
    when c.opened_on > (select current_setting('xsell.as_of')::date) then 'future'
    when d.client_id is not null then 'client_duplicate'
    when c.closed_on < c.opened_on then 'client_closed_before_opened'
    when c.annual_turnover = 'NaN'
      or abs(c.annual_turnover) > (select current_setting('xsell.absurd_amount')::numeric) then 'client_absurd_turnover'
    when jsonb_typeof(c.attributes) <> 'object' then 'client_attributes_not_an_object'
  end as fault
from (
  select client_id::bigint, case when btrim(client_no::text) <> '' then client_no::text end as client_no,
    case when btrim(name::text) <> '' then name::text end as name,
    nullif(region::text, '') as region, nullif(industry::text, '') as industry, nullif(legal_form::text, '') as legal_form,
    manager_id::bigint,
    opened_on, closed_on, annual_turnover::numeric, contact_allowed, nullif(attributes::jsonb, 'null') as attributes
  from source.client
  where bank_id = (select current_setting('xsell.bank_id'))
) c
left join pg_temp.duplicate_client d on d.client_id = c.client_id

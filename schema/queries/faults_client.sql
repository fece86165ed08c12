-- Clients of the night's bank, each with the first rule of the contract that it breaks (null = sound).
-- `future` is no fault: the client came after the as-of date and does not exist yet.
select c.*,
  case
    when c.client_id is null or c.client_no is null or c.name is null or c.contact_allowed is null then 'client_key_missing'
    when c.opened_on > current_setting('xsell.as_of')::date then 'future'
    when d.client_id is not null then 'client_duplicate'
    when c.closed_on < c.opened_on then 'client_closed_before_opened'
    when c.annual_turnover = 'NaN' or abs(c.annual_turnover) > current_setting('xsell.absurd_amount')::numeric
      then 'client_absurd_turnover'
    when jsonb_typeof(c.attributes) <> 'object' then 'client_attributes_not_an_object'
  end as fault
from source.client c
left join pg_temp.duplicate_client d on d.client_id = c.client_id
where c.bank_id = current_setting('xsell.bank_id')

-- Stages as last published, not after the as-of date: what hysteresis leans on.
select r.client_id, r.stage
from xsell.client_result r
join xsell.publication p using (bank_id)
where r.bank_id = current_setting('xsell.bank_id')
  and p.as_of <= current_setting('xsell.as_of')::date
  and r.stage is not null
order by r.client_id

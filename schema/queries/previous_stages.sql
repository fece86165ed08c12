-- Stages as published before the as-of date: what hysteresis leans on. A night that is run again leans on what it leaned
-- on the first time.
select r.client_id, s.stage
from xsell.client_standing r
join xsell.publication p using (bank_id)
cross join lateral (
  select case
    when p.as_of < (select current_setting('xsell.as_of')::date) then r.stage
    when p.as_of = (select current_setting('xsell.as_of')::date) and p.has_previous_stages
      then nullif(coalesce(r.previous_stage, r.stage), '')
  end as stage) s
where r.bank_id = current_setting('xsell.bank_id') and s.stage is not null
order by r.client_id

-- Stages as published for an earlier month: what hysteresis leans on. A night of the same month leans on what the nights before it
-- leaned on, so that a month that comes in parts is judged in the end as if it had come whole. And what the rows followed from; after
-- a look back that is not taken as known, see published_contents.
select r.client_id, s.stage, case when p.notes_stages and r.content is not null then r.grounds end as grounds
from xsell.client_standing r
join xsell.publication p using (bank_id)
cross join lateral (
  select case
    when date_trunc('month', p.as_of + 1) < (select date_trunc('month', current_setting('xsell.as_of')::date + 1)) then r.stage
    when p.as_of <= (select current_setting('xsell.as_of')::date) and p.has_previous_stages
      then nullif(coalesce(r.previous_stage, r.stage), '')
  end as stage) s
where r.bank_id = current_setting('xsell.bank_id')
order by r.client_id

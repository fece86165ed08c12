-- Before the night's results take the place of those before: whose stage changes. Changes noted on the night's date or later
-- are undone first: that night is run again. $1 bank; $2 as-of date.
with undone as (
  delete from xsell.stage_change where bank_id = $1 and as_of >= $2 returning client_id, as_of, from_stage
),
before as (
  select distinct on (client_id) client_id, from_stage from undone order by client_id, as_of
)
insert into xsell.stage_change (bank_id, client_id, as_of, from_stage, to_stage)
select s.bank_id, s.client_id, $2, case when b.client_id is null then r.stage else b.from_stage end, s.stage
from pg_temp.client_result_stage s
join xsell.client_result r using (bank_id, client_id)
left join before b using (client_id)
where case when b.client_id is null then r.stage else b.from_stage end is distinct from s.stage

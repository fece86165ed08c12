-- Before the night's results take the place of those before: whose stage changes. Changes noted on the night's date are undone
-- first: that night is run again. A night of a past date is a look back, and notes nothing. $1 bank; $2 as-of date.
with night as (
  select 1 from xsell.publication where bank_id = $1 and as_of <= $2
),
undone as (
  delete from xsell.stage_change
  where bank_id = $1 and as_of >= $2 and exists (select from night)
  returning client_id, as_of, from_stage
),
-- What a client's last change before tonight led to, else where an undone one began; else its last card tells.
before as (
  select distinct on (client_id) client_id, stage
  from (
    select client_id, to_stage as stage, 1 as place, $2 - as_of as distance
    from xsell.stage_change where bank_id = $1 and as_of < $2
    union all
    select client_id, from_stage, 2, as_of - $2 from undone
  ) b
  order by client_id, place, distance
)
insert into xsell.stage_change (bank_id, client_id, as_of, from_stage, to_stage)
select s.bank_id, s.client_id, $2, case when b.client_id is null then r.stage else b.stage end, s.stage
from pg_temp.client_result_stage s
join xsell.client_result r using (bank_id, client_id)
left join before b using (client_id)
where case when b.client_id is null then r.stage else b.stage end is distinct from s.stage and exists (select from night)

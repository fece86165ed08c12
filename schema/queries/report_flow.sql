-- From which stage to which the clients went since a day, or since the first publication where that is later; clients that
-- came since come from nowhere. Null stages cannot be said. $1 bank; $2 the day.
with period as (
  select greatest($2::date, min(r.as_of)) as since
  from xsell.attempt r
  where r.bank_id = $1 and r.state in ('published', 'superseded')
),
first_change as (
  select distinct on (h.client_id) h.client_id, h.from_stage
  from xsell.stage_history h, period p
  where h.bank_id = $1 and h.as_of > p.since
  order by h.client_id, h.as_of
)
select p.since, k.tenure_months = 0 and f.client_id is null as is_new,
  case when f.client_id is null then k.stage else f.from_stage end as from_stage, k.stage as to_stage, count(*) as clients
from xsell.client_card k
cross join period p
left join first_change f using (client_id)
where k.bank_id = $1 and p.since < k.as_of
group by 1, 2, 3, 4
order by 2, 3 nulls last, 4 nulls last

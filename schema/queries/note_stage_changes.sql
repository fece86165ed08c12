-- Before the night's results take the place of those before, and after those of gone clients are deleted: whose stage
-- changes. Changes noted on the night's date are undone first: that night is run again. A night of a past date is a look
-- back, and notes nothing; the first one that is none takes what was remembered for what was shown. $1 bank; $2 as-of date.
--
-- Staged are the clients whose row differs. A row that stays the same can change the history only where a change is undone:
-- else the client's last change, where it has any, led to the very stage that its row shows.
with night as (
  select exists (select from xsell.stage_memory where bank_id = $1) as is_after_look_back
  from xsell.publication
  where bank_id = $1 and as_of <= $2 and not exists (select from xsell.stage_memory where bank_id = $1 and as_of > $2)
),
undone as (
  delete from xsell.stage_change
  where bank_id = $1 and as_of >= $2 and exists (select from night)
  returning client_id, as_of, from_stage
),
first_undone as (
  select distinct on (client_id) client_id, from_stage from undone order by client_id, as_of
),
asked as (
  select s.client_id, case when n.is_after_look_back then m.stage else r.stage end as before, s.stage
  from pg_temp.client_standing_stage s
  cross join night n
  left join xsell.client_standing r on (r.bank_id, r.client_id) = (s.bank_id, s.client_id)
  left join xsell.stage_memory m on (m.bank_id, m.client_id) = (s.bank_id, s.client_id)
  where case when n.is_after_look_back then m.client_id else r.client_id end is not null
  union all
  select u.client_id, r.stage, r.stage
  from first_undone u
  join xsell.client_standing r on (r.bank_id, r.client_id) = ($1, u.client_id)
  where not exists (select from pg_temp.client_standing_stage s where s.client_id = u.client_id)
),
-- What a client's last change before tonight led to, else where an undone one began; else its last card tells.
change as (
  select a.client_id, a.stage,
    case when l.client_id is not null then l.to_stage when u.client_id is not null then u.from_stage else a.before end
      as from_stage
  from asked a
  left join first_undone u using (client_id)
  left join lateral (
    select c.client_id, c.to_stage
    from xsell.stage_change c
    where c.bank_id = $1 and c.client_id = a.client_id and c.as_of < $2
    order by c.as_of desc
    limit 1
  ) l on true
)
insert into xsell.stage_change (bank_id, client_id, as_of, from_stage, to_stage)
select $1, client_id, $2, from_stage, stage
from change
where from_stage is distinct from stage and exists (select from night)

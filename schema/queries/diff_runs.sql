-- What differs between two runs: first what they were made of, then what came of it, stages in the order they ran. Values are
-- JSON; `shown` are for people, rounded. Settings are compared where both policies are kept. $1 earlier run, $2 later.
with run as (
  select r.run_id = $2 as is_later, r.stages, r.manifest
  from xsell.run r
  where r.run_id in ($1, $2)
), policy as (
  select r.is_later, p.settings, count(*) over () as sides
  from run r
  join xsell.policy p on p.policy_hash = r.manifest ->> 'policy'
), fact as (
  select r.is_later, 'manifest' as part, e.key as name, e.value
  from run r
  cross join lateral jsonb_each(r.manifest) e
  where jsonb_typeof(e.value) <> 'object' and e.key <> 'result'
  union all
  select p.is_later, 'settings', e.key, e.value
  from policy p
  cross join lateral jsonb_each(p.settings) e
  where p.sides = 2
  union all
  select r.is_later, 'input', e.key, e.value
  from run r
  cross join lateral jsonb_each(r.manifest -> 'input') e
  union all
  select r.is_later, s.key, f.key, f.value
  from run r
  cross join lateral jsonb_each(r.stages) s
  cross join lateral jsonb_each(case when jsonb_typeof(s.value) = 'object' then s.value end) f
), told as (
  select f.*, v.shown
  from fact f
  cross join lateral ({{shown_figure}}) v
)
select part, name, b.value::text as before, a.value::text as after, b.shown as before_shown, a.shown as after_shown,
  case when jsonb_typeof(b.value) = 'number' and jsonb_typeof(a.value) = 'number'
    then (a.value::numeric - b.value::numeric)::double precision
  end as change
from (select * from told where not is_later) b
full join (select * from told where is_later) a using (part, name)
where a.value is distinct from b.value
order by coalesce(
    array_position(
      array['manifest', 'settings', 'input', 'check', 'quality', 'months', 'read', 'cohorts', 'profiles', 'stages', 'gaps', 'triggers',
        'seconds'],
      part), 99), part, name

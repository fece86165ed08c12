-- The ledger, latest first; of schema xsell alone, since it is what one looks at when the source is not there. $1 bank or null; $2 and $3 bounds of the identifier, or null; $4 at most so many;
-- $5 only those of a state, or null.
select r.run_id, r.bank_id, b.name as bank_name, r.as_of, r.kind, r.state,
  to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started_at,
  to_char(r.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as finished_at,
  extract(epoch from r.finished_at - r.started_at)::double precision as seconds,
  r.stages, r.manifest, r.failure, s.stage_names, s.figure_names, s.figure_values, m.fact_names, m.fact_values
from xsell.run r
left join lateral (
  select h.name from xsell.cohort h where h.bank_id = r.bank_id and h.level = 'bank' order by h.cohort_id limit 1
) b on true
cross join lateral (
  -- jsonb forgets the order in which the stages ran. Measured figures are rounded for people; r.stages has them whole.
  select array_agg(e.key order by place, e.key, f.key) as stage_names,
    array_agg(f.key order by place, e.key, f.key) as figure_names,
    array_agg(coalesce(v.shown, '–') order by place, e.key, f.key) as figure_values
  from jsonb_each(r.stages) e
  cross join lateral jsonb_each(case when jsonb_typeof(e.value) = 'object' then e.value end) f
  cross join lateral ({{shown_figure}}) v
  cross join lateral coalesce(
    array_position(
      array['check', 'quality', 'months', 'read', 'cohorts', 'profiles', 'stages', 'gaps', 'triggers', 'seconds'], e.key), 99) as place
) s
cross join lateral (
  select array_agg(f.name order by f.name) as fact_names, array_agg(f.value order by f.name) as fact_values
  from (
    select e.key as name, e.value #>> '{}' as value
    from jsonb_each(r.manifest) e
    where jsonb_typeof(e.value) <> 'object'
    union all
    select e.key || ' ' || g.key,
      case when jsonb_typeof(g.value) = 'object'
        then (select string_agg(v.key || ' ' || v.value, ', ' order by v.key desc) from jsonb_each_text(g.value) v)
        else g.value #>> '{}'
      end
    from jsonb_each(r.manifest) e
    cross join lateral jsonb_each(case when jsonb_typeof(e.value) = 'object' then e.value end) g
  ) f
) m
where ($1::text is null or r.bank_id = $1)
  and ($2::uuid is null or r.run_id between $2 and $3::uuid)
  and ($5::text is null or r.state = $5)
order by r.started_at desc, r.run_id
limit $4

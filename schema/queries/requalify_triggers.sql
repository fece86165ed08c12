-- Priorities follow what managers have found out. $1 ids, $2 factors instead of those that the priorities carry, $3 when.
-- The other factors stand in the reason; triggers of before have none to multiply, and keep their priority.
with weighed as (
  update xsell.trigger_record t
  set priority = coalesce((
      select (r.reason ->> 'probability')::double precision * (r.reason ->> 'value')::double precision
        * (r.reason ->> 'context')::double precision * (r.reason ->> 'lever')::double precision
        * coalesce((r.reason ->> 'conversion')::double precision, 1) * c.factor
      from xsell.reason(t.reason) as r(reason)), t.priority),
    qualification = c.factor
  from unnest($1::uuid[], $2::double precision[]) as c(trigger_id, factor)
  where t.trigger_id = c.trigger_id and t.closed_on is null
  returning t.trigger_id, t.state
)
insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
select trigger_id, $3, 'nightly', state, state, 'priority follows what was found out' from weighed order by trigger_id

-- How triggers have ended before the as-of date, those left out that the night took back (what ends on the date is for the next
-- night: some of it this one ends itself, and has to come to the same when it is run again): over all, and by kind, product,
-- manager and profile. $1 bank, $2 as-of date, $3 kinds. Of kinds whose result cannot be seen alike whether a manager was on to it
-- or not ($4, false), only what one answered counts; they are counted apart.
-- `facet` is the one of the four columns that a row is about.
select case grouping(t.kind, t.product_code, t.manager_id, p.profile_id)
    when 7 then 'kind' when 11 then 'product' when 13 then 'manager' when 14 then 'profile' else 'overall'
  end as facet,
  w.counts_uncalled, t.kind, t.product_code, t.manager_id, p.profile_id,
  count(*) filter (where t.state = 'won') as won,
  count(*) as ended
from xsell.trigger_record t
join unnest($3::text[], $4::boolean[]) as w(kind, counts_uncalled) on w.kind = t.kind
cross join lateral (
  -- Where xsell.reason finds it, without the rest.
  select coalesce(t.reason ->> 'profile_id', case when t.reason ->> 0 = '1' then t.reason ->> 11 end)::integer as profile_id
) p
where t.bank_id = $1 and t.closed_on < $2 and t.state <> 'withdrawn'
  and (w.counts_uncalled
    or exists (select from xsell.event_record e where e.trigger_id = t.trigger_id and e.actor <> 'nightly'))
group by w.counts_uncalled, grouping sets ((), (t.kind), (t.product_code), (t.manager_id), (p.profile_id))

-- The last published night of a bank and what its clients add up to; no row = nothing published. $1 bank.
select p.bank_id, b.name as bank_name, p.currency, p.locale, p.as_of, p.run_id, p.horizon_months, p.basis,
  r.state, to_char(r.finished_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as finished_at,
  extract(epoch from r.finished_at - r.started_at)::double precision as seconds,
  r.manifest ->> 'version' as version, left(r.manifest ->> 'policy', 12) as policy,
  r.stages #>> '{profiles,fit}' as fit, (r.stages #>> '{check,findings}')::integer as findings,
  array(select key from jsonb_each(r.stages -> 'quality') order by key) as rules,
  array(select value::bigint from jsonb_each_text(r.stages -> 'quality') order by key) as rule_counts,
  array(select key from jsonb_each(r.stages -> 'seconds') order by value desc, key) as steps,
  array(select value::double precision from jsonb_each_text(r.stages -> 'seconds') s order by s.value::numeric desc, key)
    as step_seconds,
  c.clients, c.monthly_income, c.potential_income, c.potential_low, c.potential_high, c.expected_income,
  t.live as live_conversations
from xsell.publication p
join ({{known_banks}}) b on b.bank_id = p.bank_id
left join lateral (
  select * from xsell.run r where r.bank_id = p.bank_id and r.state = 'published' and r.run_id = p.run_id limit 1
) r on true
cross join lateral (
  select count(*) as clients, sum(monthly_income) as monthly_income, sum(potential_income) as potential_income,
    sum(potential_low) as potential_low, sum(potential_high) as potential_high, sum(expected_income) as expected_income
  from xsell.client_card k
  where k.bank_id = p.bank_id
) c
cross join lateral (
  select count(distinct t.conversation_id) as live
  from xsell.trigger t
  where t.bank_id = p.bank_id and t.state in ('open', 'accepted', 'snoozed')
) t
where p.bank_id = $1

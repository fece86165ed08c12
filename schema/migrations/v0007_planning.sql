-- The planner takes generate_subscripts for a thousand rows, whatever the array, and then reads whole fact tables for one
-- client; unnest it takes for ten, which is right. With that it needs no statistics on the arrays, whose gathering was half of
-- what a publication cost.
alter table xsell.client_result
  alter column product set statistics 0,
  alter column kind set statistics 0,
  alter column status set statistics 0,
  alter column status_product set statistics 0,
  alter column counted set statistics 0,
  alter column profile set statistics 0,
  alter column members set statistics 0,
  alter column holders set statistics 0,
  alter column penetration set statistics 0,
  alter column probability set statistics 0,
  alter column typical set statistics 0,
  alter column low set statistics 0,
  alter column high set statistics 0,
  alter column expected set statistics 0,
  alter column drivers set statistics 0,
  alter column mean set statistics 0;

create or replace view xsell.recommendation with (security_invoker = true) as
select r.bank_id, r.client_id, p.products[r.product[i] + 1] as product_code,
  case when r.kind[i] = 0 then i end::integer as rank,
  k.name as kind,
  r.probability[i] as adoption_probability,
  xsell.known_amount(r.typical[i]) as typical_income,
  xsell.known_amount(r.low[i]) as income_low,
  xsell.known_amount(r.high[i]) as income_high,
  xsell.known_amount(r.expected[i]) as expected_income,
  r.penetration[i] as penetration,
  r.members[i] as reference_members,
  h.level as cohort_level,
  jsonb_build_object(
    'basis', p.basis,
    'income_basis', p.income_basis,
    'horizon_months', p.horizon_months,
    'cohort', h.name,
    'profile_id', f.profile_id,
    'profile', f.name,
    'pinned', f.pinned,
    'reference_members', r.members[i],
    'reference_holders', r.holders[i],
    'median_income', xsell.amount(q.typical_income),
    'drivers', (
      select coalesce(jsonb_agg(jsonb_build_object('input', n.name, 'raises', d.code > 0) order by d.place), '[]')
      from unnest(r.drivers[(i - 1) * 3 + 1 : i * 3]) with ordinality as d(code, place)
      join xsell.driver_name n on n.driver = abs(d.code)),
    'status_fact', s.fact,
    'status_product', p.products[r.status_product[i] + 1]) as reason,
  s.name as status,
  r.counted[i] = 1 as counted,
  xsell.known_amount(r.mean[i]) as mean_income
from xsell.client_result r
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id)
cross join lateral unnest(r.product) with ordinality as e(product, place)
cross join lateral (select e.place::integer as i) as l
join xsell.kind_name k on k.kind = r.kind[i]
join xsell.status_name s on s.status = r.status[i]
left join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.profile[i])
left join xsell.profile_product_fact q
  on (q.bank_id, q.cohort_id, q.profile, q.product) = (r.bank_id, r.cohort_id, r.profile[i], r.product[i]);

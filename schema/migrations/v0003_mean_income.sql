-- What a product brings on average, for totals: typical incomes (medians) add up to far less than what comes in. And what
-- incomes were learned from.
alter table xsell.client_result add column mean bigint[] not null default '{}';
alter table xsell.publication add column income_basis text check (income_basis in ('new_holders', 'holders'));

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
      select coalesce(jsonb_agg(jsonb_build_object('input', d.name, 'raises', e.code > 0) order by e.place), '[]')
      from unnest(r.drivers[(i - 1) * 3 + 1 : i * 3]) with ordinality as e(code, place)
      join xsell.driver_name d on d.driver = abs(e.code)),
    'status_fact', s.fact,
    'status_product', p.products[r.status_product[i] + 1]) as reason,
  s.name as status,
  r.counted[i] = 1 as counted,
  xsell.known_amount(r.mean[i]) as mean_income
from xsell.client_result r
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id)
cross join lateral generate_subscripts(r.product, 1) as i
join xsell.kind_name k on k.kind = r.kind[i]
join xsell.status_name s on s.status = r.status[i]
left join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.profile[i])
left join xsell.profile_product_fact q
  on (q.bank_id, q.cohort_id, q.profile, q.product) = (r.bank_id, r.cohort_id, r.profile[i], r.product[i]);

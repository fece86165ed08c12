-- A product that another call was about already read "open already" until the next night, though that call had been answered.
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
    'drivers', to_jsonb(array_remove(array[w.sign -> r.drivers[l.i * 3 - 2]::text, w.sign -> r.drivers[l.i * 3 - 1]::text,
      w.sign -> r.drivers[l.i * 3]::text], null)),
    'status_fact', s.fact,
    'status_product', p.products[t.status_product[i] + 1]) as reason,
  s.name as status,
  r.counted[i] = 1 as counted,
  xsell.known_amount(r.mean[i]) as mean_income
from xsell.client_result r
cross join (
  select (
    select jsonb_object_agg(c.code, jsonb_build_object('input', n.name, 'raises', c.code > 0))
    from xsell.driver_name n, lateral (values (n.driver), (-n.driver)) c(code)) as sign
) w
join xsell.client_standing t on (t.bank_id, t.client_id) = (r.bank_id, r.client_id)
join xsell.publication p on p.bank_id = r.bank_id
join xsell.cohort h on (h.bank_id, h.cohort_id) = (r.bank_id, r.cohort_id)
cross join lateral unnest(r.product) with ordinality as e(product, place)
cross join lateral (select e.place::integer as i) as l
join xsell.kind_name k on k.kind = r.kind[i]
-- What was offered, or stood aside for another call about it, and has been answered since is not on the manager's list any more.
join xsell.status_name s on s.status = case
  when t.status[i] in (0, 1) and xsell.is_answered(r.bank_id, r.client_id, p.products[r.product[i] + 1]) then 2
  else t.status[i]
end
left join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.profile[i])
left join xsell.profile_product_fact q
  on (q.bank_id, q.cohort_id, q.profile, q.product) = (r.bank_id, r.cohort_id, r.profile[i], r.product[i]);

-- The public, stable views: the output contract. `security_invoker`, so that row-level security of whoever asks applies.

create function xsell.amount(minor_units bigint) returns numeric
  language sql immutable parallel safe
  return (minor_units::numeric / 100)::numeric(18, 2);

-- Arrays keep an unknown amount as -1.
create function xsell.known_amount(minor_units bigint) returns numeric
  language sql immutable parallel safe
  return (nullif(minor_units, -1)::numeric / 100)::numeric(18, 2);

create view xsell.run with (security_invoker = true) as
select case when state = 'published' then run_id else attempt_id end as run_id,
  bank_id, as_of, kind, state, started_at, finished_at, stages,
  case when run_id is null then manifest else manifest || jsonb_build_object('result', run_id) end as manifest,
  failure
from xsell.attempt;

create view xsell.client_card with (security_invoker = true) as
select r.bank_id, r.client_id, c.client_no, p.as_of, p.run_id,
  h.name as cohort, h.level as cohort_level,
  f.profile_id, f.name as profile_name, r.membership,
  r.stage, r.rfm_segment, r.tenure_months,
  xsell.amount(r.monthly_income) as monthly_income,
  xsell.amount(r.typical_income) as typical_income,
  xsell.amount(r.ideal_income) as ideal_income,
  xsell.amount(r.potential_income) as potential_income,
  xsell.amount(r.potential_low) as potential_low,
  xsell.amount(r.potential_high) as potential_high,
  xsell.amount(r.expected_income) as expected_income,
  r.in_control_group
from xsell.client_result r
join xsell.publication p using (bank_id)
join source.client c using (bank_id, client_id)
join xsell.cohort h using (bank_id, cohort_id)
join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.own_profile);

create table xsell.kind_name (kind smallint primary key, name text not null unique);
insert into xsell.kind_name values (0, 'missing'), (1, 'dormant'), (2, 'under_used');
create table xsell.status_name (status smallint primary key, name text not null, fact text, unique nulls not distinct (name, fact));
insert into xsell.status_name values
  (0, 'offered', null), (1, 'already_open', null), (2, 'cooling_down', null), (3, 'control_group', null),
  (4, 'no_manager', null), (5, 'contact_limit', null), (6, 'capacity', null),
  (10, 'ineligible', 'client_left'), (11, 'ineligible', 'contact_not_allowed'), (12, 'ineligible', 'not_sellable'),
  (13, 'ineligible', 'never_offered'), (14, 'ineligible', 'turnover_too_low'), (15, 'ineligible', 'prerequisite_missing'),
  (16, 'ineligible', 'excluded_by'), (17, 'ineligible', 'holding_contradicts'),
  (20, 'suppressed', 'retain'), (21, 'suppressed', 'stage_unknown'), (22, 'suppressed', 'onboarding'),
  (23, 'suppressed', 'growth'), (24, 'suppressed', 'plateau'), (25, 'suppressed', 'decline'), (26, 'suppressed', 'leaving'),
  (27, 'suppressed', 'left'), (28, 'suppressed', 'returned'),
  (30, 'below_threshold', 'no_gap'), (31, 'below_threshold', 'probability'), (32, 'below_threshold', 'expected_income');
create table xsell.driver_name (driver smallint primary key, name text not null unique);
insert into xsell.driver_name values
  (1, 'penetration'), (2, 'opening_rate'), (3, 'companions'), (4, 'pace'), (5, 'held_before'), (6, 'recent_openings'),
  (7, 'products_held'), (8, 'stage'), (9, 'tenure'), (10, 'income'), (11, 'trend'), (12, 'activity'),
  (13, 'turnover'), (14, 'region'), (15, 'industry'), (16, 'legal_form'), (17, 'attributes');

create view xsell.recommendation with (security_invoker = true) as
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
  r.counted[i] = 1 as counted
from xsell.client_result r
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id)
cross join lateral generate_subscripts(r.product, 1) as i
join xsell.kind_name k on k.kind = r.kind[i]
join xsell.status_name s on s.status = r.status[i]
left join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.profile[i])
left join xsell.profile_product_fact q
  on (q.bank_id, q.cohort_id, q.profile, q.product) = (r.bank_id, r.cohort_id, r.profile[i], r.product[i]);

create view xsell.trigger with (security_invoker = true) as
select trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority,
  xsell.amount(expected_income) as expected_income, headline, reason, raised_on, valid_until, cycle, snoozed_until, refusal
from xsell.trigger_record;

create view xsell.trigger_event with (security_invoker = true) as
select trigger_id, at, actor, from_state, to_state, note, event_id
from xsell.event_record;

create view xsell.profile with (security_invoker = true) as
select f.bank_id, p.run_id, h.name as cohort, h.level as cohort_level, f.profile_id,
  f.name as profile_name, f.pinned, f.members,
  xsell.amount(f.typical_income) as typical_income, xsell.amount(f.ideal_income) as ideal_income
from xsell.profile_fact f
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id);

create view xsell.profile_product with (security_invoker = true) as
select q.bank_id, p.run_id, h.name as cohort, h.level as cohort_level, f.profile_id,
  f.name as profile_name, p.products[q.product + 1] as product_code, q.characteristic, q.member_count,
  q.reference_members, q.reference_holders, q.penetration,
  xsell.amount(q.typical_income) as typical_income, xsell.amount(q.ideal_income) as ideal_income, q.typical_operations
from xsell.profile_product_fact q
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id)
join xsell.profile_fact f using (bank_id, cohort_id, profile);

-- A client by its number, as far as it is found: one row a product of its bank, with what the last publication and the
-- live triggers say of it; the facts of the client stand in every row. One statement, so one state of the database.
-- Rows that the source repeats or leaves incomplete show once. $1 number of the client, $2 bank or null.
with found as materialized (
  select b.bank_id, b.name as bank_name, b.currency, b.locale, c.client_id, c.client_no,
    coalesce(c.name, c.client_no) as client_name, c.region, c.industry, m.full_name as manager_name
  from ({{known_banks}}) b
  cross join lateral xsell.numbered_client(b.bank_id, $1) c
  left join lateral (
    select * from ({{known_managers}}) m where m.bank_id = b.bank_id and m.manager_id = c.manager_id offset 0
  ) m on true
  where $2::text is null or b.bank_id = $2
),
card as materialized (
  select f.*, p.products, p.basis, p.horizon_months, p.as_of, k.client_id is not null as has_card, k.run_id,
    k.cohort, k.cohort_level, k.profile_id, k.profile_name, o.pinned, k.membership, k.stage, k.rfm_segment,
    k.tenure_months, k.monthly_income, k.typical_income, k.ideal_income, k.potential_income, k.potential_low,
    k.potential_high, k.expected_income, k.in_control_group, o.stage_since, o.expected_months, o.life_value, o.life_low,
    o.life_high, h.months, h.incomes
  from found f
  left join xsell.publication p on p.bank_id = f.bank_id
  left join lateral (
    select * from xsell.client_card k where k.bank_id = f.bank_id and k.client_id = f.client_id offset 0
  ) k on true
  left join lateral (
    select t.pinned, s.stage_since, r.expected_months, xsell.amount(r.life_value) as life_value,
      xsell.amount(r.life_low) as life_low, xsell.amount(r.life_high) as life_high
    from xsell.client_result r
    join xsell.client_standing s on s.bank_id = r.bank_id and s.client_id = r.client_id
    join xsell.profile_fact t on t.bank_id = r.bank_id and t.cohort_id = r.cohort_id and t.profile = r.own_profile
    where r.bank_id = f.bank_id and r.client_id = f.client_id
  ) o on true
  left join lateral (
    select array_agg(m.month order by m.month) as months, array_agg(m.income order by m.month) as incomes
    from xsell.income_by_month(f.bank_id, f.client_id, (date_trunc('month', p.as_of + 1) - interval '12 months')::date,
      date_trunc('month', p.as_of + 1)::date) m
  ) h on true
),
recommended as materialized (
  select r.*
  from card c
  cross join lateral (
    select * from xsell.recommendation r where r.bank_id = c.bank_id and r.client_id = c.client_id offset 0
  ) r
),
live as materialized (
  select t.*
  from card c
  join xsell.trigger t on t.bank_id = c.bank_id and t.client_id = c.client_id
  where t.state in ('open', 'accepted', 'snoozed')
),
sold as materialized (
  select p.bank_id, p.product_code, p.name
  from card c
  join ({{known_products}}) p on p.bank_id = c.bank_id
),
product as (
  select coalesce(p.bank_id, r.bank_id, t.bank_id) as bank_id,
    coalesce(p.product_code, r.product_code, t.product_code) as product_code, p.name as product_name,
    r.rank, r.kind, r.adoption_probability, r.typical_income, r.income_low, r.income_high, r.expected_income,
    r.penetration, r.reference_members, r.cohort_level, r.reason, r.status, r.counted,
    s.name as status_product_name,
    t.trigger_id, t.manager_id, t.kind as trigger_kind, t.state, t.priority,
    t.expected_income as trigger_expected_income, t.headline, t.reason as trigger_reason, t.raised_on, t.valid_until,
    t.snoozed_until, t.refusal, t.cycle
  from sold p
  full join recommended r on r.bank_id = p.bank_id and r.product_code = p.product_code
  left join sold s on s.bank_id = r.bank_id and s.product_code = r.reason ->> 'status_product'
  full join live t on t.bank_id = coalesce(p.bank_id, r.bank_id)
    and t.product_code = coalesce(p.product_code, r.product_code)
)
select c.bank_id, c.bank_name, c.currency, c.locale, c.client_id, c.client_no, c.client_name, c.region, c.industry,
  c.manager_name, c.as_of, c.has_card, c.run_id, c.basis, c.cohort, c.cohort_level, c.profile_id, c.profile_name,
  c.pinned, c.membership, c.stage, c.rfm_segment, c.tenure_months, c.monthly_income, c.typical_income, c.ideal_income,
  c.potential_income, c.potential_low, c.potential_high, c.expected_income, c.in_control_group, c.stage_since, c.expected_months,
  c.life_value, c.life_low, c.life_high, c.months, c.incomes,
  p.product_code, p.product_name, coalesce(p.product_code = any (c.products), false) as is_compared,
  p.rank, p.kind, p.adoption_probability, p.typical_income as product_typical_income, p.income_low, p.income_high,
  p.expected_income as product_expected_income, p.penetration, p.reference_members,
  p.cohort_level as product_cohort_level, p.status, p.counted, p.reason,
  (p.reason ->> 'reference_holders')::integer as reference_holders,
  (p.reason ->> 'horizon_months')::integer as horizon_months,
  p.reason ->> 'basis' as product_basis,
  p.reason ->> 'profile' as asked_profile,
  (p.reason ->> 'pinned')::boolean as asked_pinned,
  (p.reason ->> 'median_income')::numeric as median_income,
  p.reason ->> 'status_fact' as status_fact,
  coalesce(p.status_product_name, p.reason ->> 'status_product') as status_product,
  array(select d ->> 'input' from jsonb_array_elements(p.reason -> 'drivers') d) as drivers,
  array(select (d ->> 'raises')::boolean from jsonb_array_elements(p.reason -> 'drivers') d) as drivers_raise,
  p.trigger_id, p.manager_id, p.trigger_kind, p.state, p.priority, p.trigger_expected_income, p.headline,
  p.trigger_reason, p.raised_on, p.valid_until, p.snoozed_until, p.refusal, p.cycle,
  p.trigger_reason ->> 'stage' as trigger_stage,
  (p.trigger_reason ->> 'usual_income')::numeric as trigger_former,
  array(
    select coalesce(s.name, e.code)
    from jsonb_array_elements_text(case when p.trigger_kind = 'welcome' then p.trigger_reason -> 'products' end)
      with ordinality as e(code, place)
    left join sold s on s.product_code = e.code and s.bank_id = c.bank_id
    order by e.place) as trigger_products,
  coalesce(
    p.trigger_reason ->> 'typical_income', case when p.trigger_kind = 'retain' then coalesce(p.trigger_reason ->> 'usual_income', p.trigger_reason ->> 'monthly_income') end
  )::numeric as trigger_typical_income,
  (p.trigger_reason ->> 'reference_members')::integer as trigger_reference_members,
  (p.trigger_reason ->> 'reference_holders')::integer as trigger_reference_holders
from card c
left join product p on p.bank_id = c.bank_id
order by c.bank_id collate "C", p.rank nulls last, p.product_code collate "C"

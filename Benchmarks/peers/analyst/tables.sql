-- What the night writes, whole: facts once, and views that compose them into the output contract of xsell. Amounts are in
-- minor units, products by place in the catalogue, drivers and statuses by number.
drop schema if exists analyst cascade;
create schema analyst;

create table analyst.run (
  run_id uuid primary key, bank_id text not null, as_of date not null, kind text not null, state text not null,
  started_at timestamptz not null, finished_at timestamptz, basis text not null, horizon_months smallint not null,
  manifest jsonb not null);
create table analyst.source_fault (relation text, fault text, rows bigint not null, primary key (relation, fault));
create table analyst.product_name (product smallint primary key, product_code text not null);
create table analyst.status_name (status smallint primary key, name text not null, fact text);
create table analyst.driver_name (driver smallint primary key, name text not null);
create table analyst.cohort (
  cohort_id integer primary key, level text not null, name text not null, region text, industry text, members integer not null);
create table analyst.profile_fact (
  cohort_id integer, profile smallint, name text not null, members integer not null, typical_income bigint, ideal_income bigint,
  primary key (cohort_id, profile));
create table analyst.profile_product_fact (
  cohort_id integer, profile smallint, product smallint, characteristic boolean not null, member_count integer not null,
  reference_members integer not null, reference_holders integer not null, penetration real not null, typical_income bigint,
  ideal_income bigint, typical_operations real, primary key (cohort_id, profile, product));
create table analyst.client_fact (
  client_id bigint not null, client_no text not null, cohort_id integer not null, profile smallint not null,
  membership real not null, stage text, stage_since date, rfm_segment text, tenure_months integer, monthly_income bigint,
  potential_income bigint, potential_low bigint, potential_high bigint, expected_income bigint,
  in_control_group boolean not null, expected_months real, life_value bigint, life_low bigint, life_high bigint);
create table analyst.recommendation_fact (
  client_id bigint not null, product smallint not null, rank smallint, kind smallint not null, probability real not null,
  low integer, typical integer, high integer, mean integer, counted boolean not null, status smallint not null,
  status_product smallint, driver1 smallint, driver2 smallint, driver3 smallint);
create table analyst.trigger_fact (
  trigger_id uuid not null, manager_id bigint, branch text, client_id bigint not null, kind text not null, product_code text,
  state text not null, priority double precision not null, expected_income numeric(18, 2), headline text not null,
  reason json not null, raised_on date not null, valid_until date not null, cycle integer not null, snoozed_until date,
  refusal text, closed_on date, ask_on date, conversation_id uuid not null);
create table analyst.event_fact (
  event_id bigint generated always as identity, trigger_id uuid not null, at timestamptz not null, actor text not null,
  from_state text, to_state text not null, note text);
create table analyst.conversation_fact (
  conversation_id uuid not null, client_id bigint not null, raised_on date not null, headline text not null);
create table analyst.life_value_fact (
  dimension text, key text, clients integer not null, mean_income bigint, top_fifth_share real, expected_months real,
  life_value bigint, acquisition_cost bigint, primary key (dimension, key));
create table analyst.survival_fact (
  cohort_id integer, month smallint, at_risk real not null, events real not null, survival real not null,
  primary key (cohort_id, month));

create function analyst.amount(minor_units bigint) returns numeric
  language sql immutable parallel safe return (minor_units::numeric / 100)::numeric(18, 2);

create view analyst.client_card as
select r.bank_id, c.client_id, c.client_no, r.as_of, r.run_id, h.name as cohort, h.level as cohort_level,
  c.profile + 1 as profile_id, f.name as profile_name, c.membership, c.stage, c.rfm_segment, c.tenure_months,
  analyst.amount(c.monthly_income) as monthly_income, analyst.amount(f.typical_income) as typical_income,
  analyst.amount(f.ideal_income) as ideal_income, analyst.amount(c.potential_income) as potential_income,
  analyst.amount(c.potential_low) as potential_low, analyst.amount(c.potential_high) as potential_high,
  analyst.amount(c.expected_income) as expected_income, c.in_control_group
from analyst.client_fact c
cross join analyst.run r
join analyst.cohort h using (cohort_id)
join analyst.profile_fact f using (cohort_id, profile);

create view analyst.recommendation as
select r.bank_id, e.client_id, n.product_code, e.rank::integer as rank,
  (array['missing', 'dormant', 'under_used'])[e.kind + 1] as kind, e.probability as adoption_probability,
  analyst.amount(e.typical) as typical_income, analyst.amount(e.low) as income_low, analyst.amount(e.high) as income_high,
  analyst.amount(round(e.typical * e.probability)::bigint) as expected_income, q.penetration, q.reference_members,
  h.level as cohort_level,
  jsonb_build_object(
    'basis', r.basis, 'income_basis', 'holders', 'horizon_months', r.horizon_months, 'cohort', h.name,
    'profile_id', c.profile + 1, 'profile', f.name, 'pinned', false, 'reference_members', q.reference_members,
    'reference_holders', q.reference_holders, 'median_income', analyst.amount(q.typical_income),
    'drivers', (
      select coalesce(jsonb_agg(jsonb_build_object('input', d.name, 'raises', v.code > 0) order by v.place), '[]')
      from (values (1, e.driver1), (2, e.driver2), (3, e.driver3)) v(place, code)
      join analyst.driver_name d on d.driver = abs(v.code)),
    'status_fact', s.fact, 'status_product', o.product_code) as reason,
  s.name as status, e.counted, analyst.amount(e.mean) as mean_income
from analyst.recommendation_fact e
cross join analyst.run r
join analyst.client_fact c using (client_id)
join analyst.cohort h using (cohort_id)
join analyst.profile_fact f using (cohort_id, profile)
join analyst.profile_product_fact q using (cohort_id, profile, product)
join analyst.product_name n using (product)
join analyst.status_name s using (status)
left join analyst.product_name o on o.product = e.status_product;

create view analyst.trigger as
select t.trigger_id, r.bank_id, t.manager_id, t.client_id, t.kind, t.product_code, t.state, t.priority, t.expected_income,
  t.headline, t.reason::jsonb as reason, t.raised_on, t.valid_until, t.cycle, t.snoozed_until, t.refusal, t.conversation_id,
  t.branch, t.ask_on
from analyst.trigger_fact t
cross join analyst.run r;

create view analyst.trigger_event as
select trigger_id, at, actor, from_state, to_state, note, event_id from analyst.event_fact;

create view analyst.conversation as
select c.conversation_id, r.bank_id, c.client_id, max(t.manager_id) as manager_id, max(t.branch) as branch, c.headline,
  c.raised_on, count(*)::integer as triggers, (count(*) filter (where t.closed_on is null))::integer as live_triggers,
  sum(t.priority) filter (where t.closed_on is null) as priority,
  sum(t.expected_income) filter (where t.closed_on is null) as expected_income
from analyst.conversation_fact c
join analyst.trigger_fact t using (conversation_id)
cross join analyst.run r
group by c.conversation_id, r.bank_id, c.client_id, c.headline, c.raised_on;

create view analyst.profile as
select r.bank_id, r.run_id, h.name as cohort, h.level as cohort_level, f.profile + 1 as profile_id, f.name as profile_name,
  false as pinned, f.members, analyst.amount(f.typical_income) as typical_income, analyst.amount(f.ideal_income) as ideal_income
from analyst.profile_fact f
cross join analyst.run r
join analyst.cohort h using (cohort_id);

create view analyst.profile_product as
select r.bank_id, r.run_id, h.name as cohort, h.level as cohort_level, q.profile + 1 as profile_id, f.name as profile_name,
  n.product_code, q.characteristic, q.member_count, q.reference_members, q.reference_holders, q.penetration,
  analyst.amount(q.typical_income) as typical_income, analyst.amount(q.ideal_income) as ideal_income, q.typical_operations
from analyst.profile_product_fact q
cross join analyst.run r
join analyst.cohort h using (cohort_id)
join analyst.profile_fact f using (cohort_id, profile)
join analyst.product_name n using (product);

create view analyst.client_life as
select r.bank_id, c.client_id, c.client_no, r.as_of, r.run_id, c.stage, c.stage_since, c.rfm_segment, c.tenure_months,
  c.expected_months, analyst.amount(c.life_value) as life_value, analyst.amount(c.life_low) as life_low,
  analyst.amount(c.life_high) as life_high
from analyst.client_fact c
cross join analyst.run r;

create view analyst.life_value as
select r.bank_id, r.as_of, r.run_id, v.dimension, v.key, coalesce(f.name, nullif(v.key, ''), r.bank_id) as name, v.clients,
  analyst.amount(v.mean_income) as mean_monthly_income, v.top_fifth_share, v.expected_months,
  analyst.amount(v.life_value) as life_value, analyst.amount(v.acquisition_cost) as acquisition_cost
from analyst.life_value_fact v
cross join analyst.run r
left join analyst.profile_fact f on v.dimension = 'profile' and f.cohort_id = 0 and (f.profile + 1)::text = v.key;

create view analyst.survival as
select r.bank_id, r.as_of, r.run_id, s.cohort_id, h.name as cohort, h.level as cohort_level, s.month, s.at_risk, s.events,
  s.survival
from analyst.survival_fact s
cross join analyst.run r
join analyst.cohort h using (cohort_id);

-- How long clients are expected to stay, what they are worth over that time, and what each kind of client earns.
alter table xsell.client_result
  add column stage_since     date,
  add column expected_months real check (expected_months >= 0),
  add column life_value      bigint,
  add column life_low        bigint,
  add column life_high       bigint;
comment on column xsell.client_result.stage_since is
  'First day of the month that the reason of the stage goes back to; null where it has none or cannot be dated.';

create table xsell.life_value_fact (
  bank_id          text not null,
  -- Of a profile the lives are those of its members' cohorts: who has left has left the profile too.
  dimension        text not null check (dimension in ('bank', 'profile', 'region', 'industry')),
  -- Name of the region or industry, number of the profile; empty for the bank.
  key              text not null,
  clients          integer not null,
  mean_income      bigint,
  top_fifth_share  real check (top_fifth_share between 0 and 1),
  expected_months  real not null check (expected_months >= 0),
  life_value       bigint,
  acquisition_cost bigint check (acquisition_cost >= 0),
  primary key (bank_id, dimension, key)
);

-- One row a cohort; element i of an array is month i of life.
create table xsell.survival_fact (
  bank_id   text not null,
  cohort_id integer not null,
  at_risk   real[] not null,
  events    real[] not null,
  survival  real[] not null,
  primary key (bank_id, cohort_id)
);

create view xsell.client_life with (security_invoker = true) as
select r.bank_id, r.client_id, r.client_no, p.as_of, p.run_id, r.stage, r.stage_since, r.rfm_segment, r.tenure_months,
  r.expected_months,
  xsell.amount(r.life_value) as life_value,
  xsell.amount(r.life_low) as life_low,
  xsell.amount(r.life_high) as life_high
from xsell.client_result r
join xsell.publication p using (bank_id);

create view xsell.life_value with (security_invoker = true) as
select f.bank_id, p.as_of, p.run_id, f.dimension, f.key,
  coalesce(n.name, nullif(f.key, ''), f.bank_id) as name,
  f.clients,
  xsell.amount(f.mean_income) as mean_monthly_income,
  f.top_fifth_share, f.expected_months,
  xsell.amount(f.life_value) as life_value,
  xsell.amount(f.acquisition_cost) as acquisition_cost
from xsell.life_value_fact f
join xsell.publication p using (bank_id)
left join lateral (
  select t.name
  from xsell.profile_fact t
  where f.dimension = 'profile' and t.bank_id = f.bank_id and t.cohort_id = 0 and t.profile_id::text = f.key
) n on true;

create view xsell.survival with (security_invoker = true) as
select f.bank_id, p.as_of, p.run_id, f.cohort_id, h.name as cohort, h.level as cohort_level, m as month,
  f.at_risk[m] as at_risk, f.events[m] as events, f.survival[m] as survival
from xsell.survival_fact f
join xsell.publication p using (bank_id)
join xsell.cohort h using (bank_id, cohort_id)
cross join lateral generate_subscripts(f.survival, 1) as m;

-- What changes from night to night while the client's own facts do not, mostly because a trigger is raised, and what a night
-- reads of every client before it writes: in a narrow table, so that neither rewrites nor reads the wide rows.
lock table xsell.client_result in access exclusive mode;

create table xsell.client_standing (
  bank_id        text not null,
  client_id      bigint not null,
  result_content bigint,
  stage_since    date,
  stage          text,
  previous_stage text,
  -- One element a product of client_result.product; no status_product at all where it would be -1 throughout.
  status_product smallint[] not null,
  grounds        bigint,
  -- What changes most often stands side by side, so that little of a row goes into the WAL.
  content        bigint,
  status         smallint[] not null,
  primary key (bank_id, client_id)
) with (fillfactor = 85);
comment on table xsell.client_standing is
  'One row a row of xsell.client_result: the client''s stage and what became of its recommendations.';
comment on column xsell.client_standing.grounds is
  'Hash of all that the client''s rows follow from (Nightly/Night+Grounds.swift): as long as it is the same they are not made again; null = unknown.';
comment on column xsell.client_standing.result_content is
  'Hash of the client''s row in xsell.client_result as it was written; null = unknown.';
comment on column xsell.client_standing.content is
  'Hash of this row as it was written, by which a night tells whether it would write the same; null = unknown, to be written anew.';
comment on column xsell.client_standing.stage_since is
  'First day of the month that the reason of the stage goes back to; null where it has none or cannot be dated.';
comment on column xsell.client_standing.previous_stage is
  'The stage that the night leaned on: null = the same as its own, empty = none. Where the publication has no previous stages, none.';

insert into xsell.client_standing (bank_id, client_id, stage_since, stage, previous_stage, status, status_product)
select bank_id, client_id, stage_since, stage, previous_stage, status,
  case when -1 = all (status_product) then '{}' else status_product end
from xsell.client_result
order by bank_id, client_id;

-- Whoever may read what the views are made of may read this part of it too.
do $$
declare
  reader oid;
begin
  for reader in
    select distinct a.grantee from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'xsell.client_result'::regclass and a.privilege_type = 'SELECT' and a.grantee <> c.relowner
  loop
    execute format('grant select on xsell.client_standing to %s',
      case when reader = 0 then 'public' else reader::regrole::text end);
  end loop;
end $$;

create or replace view xsell.client_card with (security_invoker = true) as
select r.bank_id, r.client_id, r.client_no, p.as_of, p.run_id,
  h.name as cohort, h.level as cohort_level,
  f.profile_id, f.name as profile_name, r.membership,
  t.stage, r.rfm_segment, r.tenure_months,
  xsell.amount(r.monthly_income) as monthly_income,
  xsell.amount(r.typical_income) as typical_income,
  xsell.amount(r.ideal_income) as ideal_income,
  xsell.amount(r.potential_income) as potential_income,
  xsell.amount(r.potential_low) as potential_low,
  xsell.amount(r.potential_high) as potential_high,
  xsell.amount(r.expected_income) as expected_income,
  r.in_control_group
from xsell.client_result r
join xsell.client_standing t on (t.bank_id, t.client_id) = (r.bank_id, r.client_id)
join xsell.publication p on p.bank_id = r.bank_id
join xsell.cohort h on (h.bank_id, h.cohort_id) = (r.bank_id, r.cohort_id)
join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.own_profile);

create or replace view xsell.client_life with (security_invoker = true) as
select r.bank_id, r.client_id, r.client_no, p.as_of, p.run_id, t.stage, t.stage_since, r.rfm_segment, r.tenure_months,
  r.expected_months,
  xsell.amount(r.life_value) as life_value,
  xsell.amount(r.life_low) as life_low,
  xsell.amount(r.life_high) as life_high
from xsell.client_result r
join xsell.client_standing t on (t.bank_id, t.client_id) = (r.bank_id, r.client_id)
join xsell.publication p on p.bank_id = r.bank_id;

-- Inputs that moved a probability are named from one object, not by a sub-query for each of them.
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
join xsell.status_name s on s.status = t.status[i]
left join xsell.profile_fact f on (f.bank_id, f.cohort_id, f.profile) = (r.bank_id, r.cohort_id, r.profile[i])
left join xsell.profile_product_fact q
  on (q.bank_id, q.cohort_id, q.profile, q.product) = (r.bank_id, r.cohort_id, r.profile[i], r.product[i]);

alter table xsell.client_result
  drop column stage,
  drop column stage_since,
  drop column previous_stage,
  drop column status,
  drop column status_product,
  drop column content;

-- What product months come to, so that a night need not read years of them again: whatever this says can be had from the source at
-- any time. Neither table is logged, for nothing is lost with them; after a crash of the server they are empty.
create unlogged table xsell.client_activity (
  bank_id   text not null,
  client_id bigint not null,
  row_count bigint not null,
  content   bigint not null,
  figures   bytea,
  primary key (bank_id, client_id)
);
comment on table xsell.client_activity is
  'What the product months of each client come to up to the last complete month, as they stood when they were last read.';
comment on column xsell.client_activity.row_count is 'Product months of the client.';
comment on column xsell.client_activity.content is 'Sum of the hashes of the client''s product months.';
comment on column xsell.client_activity.figures is
  'Months and holdings, packed (Store/Source/ActivityCode.swift); null = some row of the client is not sound or of no use, and all are to be read every night.';

create unlogged table xsell.activity_reading (
  bank_id   text primary key,
  terms     text not null,
  row_count bigint not null,
  threshold xid8
);
comment on table xsell.activity_reading is 'How the product months of a bank were read, of which client_activity says what they come to.';
comment on column xsell.activity_reading.terms is
  'What they were read by: the table, its columns and partitions, the last month, the products, the bounds. Another text = to be read anew.';
comment on column xsell.activity_reading.row_count is 'Product months in all.';
comment on column xsell.activity_reading.threshold is
  'The oldest transaction that was under way: rows of older ones were seen. Null = the bank loads most rows anew, so that nothing is kept under these terms.';

-- Of a client of whom nothing has changed nothing is computed.
alter table xsell.client_standing add column grounds bigint;
comment on column xsell.client_standing.grounds is
  'Hash of all that the client''s rows follow from (Nightly/Night+Grounds.swift): as long as it is the same they are not made again; null = unknown.';

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

-- A bank of :clients clients, made of nothing but hashes of keys, so that it is the same on every machine. Variables:
-- clients, months, products, as_of (the last day known), is_full (1 = every client has every product).
-- What a client takes depends on its trade and its size, and on how long it has been there.
\set ON_ERROR_STOP 1
set client_min_messages = warning;
set maintenance_work_mem = '512MB';
set work_mem = '128MB';

create schema bench;
-- Uniform in [0, 1) by key and label.
create function bench.chance(key bigint, label bigint) returns double precision
  language sql immutable parallel safe
  return (hashint8extended(key, label) >> 11 & 9007199254740991)::double precision / 9007199254740992;

insert into source.bank values ('BENCH', 'Bench Bank', 'EUR', 'en_GB');

insert into source.manager (bank_id, manager_id, full_name, branch, login, active)
select 'BENCH', m, 'Manager ' || m, 'Branch ' || m % 20, null, true
from generate_series(1, greatest(110, :clients / 200)) m;

-- Share of clients that ever take the product, the trade that takes it most, monthly income of a middling client.
create table bench.product as
select j as product, 'P' || lpad(j::text, 2, '0') as product_code,
  case when :is_full = 1 then 1.0 else (array[0.95, 0.5, 0.35, 0.2, 0.3, 0.25, 0.2, 0.15, 0.1, 0.12, 0.15, 0.4, 0.2, 0.25, 0.6])[1 + (j - 1) % 15] end as share,
  (j * 7) % 15 as trade, 20 + 15 * ((j * 11) % 13) as income
from generate_series(1, :products) j;

insert into source.product (bank_id, product_code, name, family, income_kind, sellable)
select 'BENCH', product_code, 'Product ' || product, 'Family ' || product % 4,
  (array['fee', 'interest', 'fx', 'other'])[1 + product % 4], product > 1
from bench.product;

insert into source.client
  (bank_id, client_id, client_no, name, region, industry, legal_form, manager_id, opened_on, closed_on, annual_turnover,
    contact_allowed)
select 'BENCH', c, lpad((c * 7919 + 1000000007)::text, 12, '0'), 'Client ' || c,
  'Region ' || lpad(floor(80 * bench.chance(c, 1) ^ 2)::text, 2, '0'),
  'Industry ' || lpad(floor(15 * bench.chance(c, 2) ^ 1.5)::text, 2, '0'),
  (array['Sole trader', 'Company', 'Partnership'])[1 + floor(2.4 * bench.chance(c, 3))::integer],
  1 + floor(greatest(110, :clients / 200) * bench.chance(c, 4)),
  :'as_of'::date - 30 - floor(3650 * bench.chance(c, 5) ^ 1.5)::integer,
  case when bench.chance(c, 6) < 0.03 then :'as_of'::date - floor(30 * bench.chance(c, 7))::integer end,
  case when bench.chance(c, 8) > 0.05 then round((20000 * exp(6 * bench.chance(c, 9)))::numeric, 2) end,
  bench.chance(c, 10) < 0.97
from generate_series(1::bigint, :clients) c;

-- Every account there will ever be; a load ships those opened by its day.
create table bench.account as
select c.client_id * 100 + p.product as account_id, c.client_id, p.product_code, p.income, a.opened_on,
  case when :is_full <> 1 and bench.chance(c.client_id, 400 + p.product) < 0.12
    then a.opened_on + 60 + floor(1500 * bench.chance(c.client_id, 500 + p.product))::integer end as closed_on,
  exp(2 * bench.chance(c.client_id, 9) + bench.chance(c.client_id, 600 + p.product)) as size
from source.client c
cross join bench.product p
cross join lateral (
  select case when :is_full = 1 or p.product = 1 then c.opened_on
    else c.opened_on + floor(1800 * bench.chance(c.client_id, 300 + p.product) ^ 2)::integer end as opened_on
) a
where bench.chance(c.client_id, 200 + p.product)
  < p.share * (0.5 + bench.chance(c.client_id, 9)) * case when right(c.industry, 2)::integer % 5 = p.trade % 5 then 1.6 else 0.8 end
  or :is_full = 1;

alter table source.product_month drop constraint product_month_pkey;

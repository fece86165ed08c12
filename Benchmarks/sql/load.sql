-- What a load ships: accounts opened after :after and up to :until, and the months that ended in between, of products
-- held at the time. Some products lie unused, incomes have a season and drift.
\set ON_ERROR_STOP 1
set client_min_messages = warning;
set work_mem = '128MB';

insert into source.account (bank_id, account_id, client_id, product_code, opened_on, closed_on)
select 'BENCH', account_id, client_id, product_code, opened_on, closed_on
from bench.account
where opened_on > :'after'::date and opened_on <= :'until'::date
order by account_id;

insert into source.product_month (bank_id, client_id, product_code, month, income, operations)
select 'BENCH', a.client_id, a.product_code, m.month,
  round((a.income * a.size * (1 + 0.2 * sin(extract(month from m.month)::float * 0.5236))
    * (0.5 + bench.chance(a.account_id, 1000 + m.number)))::numeric / 10, 2),
  floor(20 * a.size * bench.chance(a.account_id, 2000 + m.number))::integer
from (select * from bench.account order by client_id, product_code) a
cross join lateral (
  select d::date as month, (extract(year from d) * 12 + extract(month from d))::integer as number
  from generate_series(:'first_month'::date, :'until'::date, interval '1 month') d
) m
where a.opened_on <= :'until'::date
  and a.opened_on < m.month + interval '1 month' and (a.closed_on is null or a.closed_on >= m.month)
  and bench.chance(a.account_id, 700) > 0.06;

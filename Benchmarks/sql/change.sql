-- What a day changes: one client in 250 opens an account, one in 1000 has a month of its history restated.
\set ON_ERROR_STOP 1
insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
select 'BENCH', 1000000000000 + client_id, client_id, 'P08', :'next'
from source.client
where bench.chance(client_id, 9001) < 0.004;
update source.product_month m set income = income + 1
from source.client c
where bench.chance(c.client_id, 9002) < 0.001 and m.bank_id = c.bank_id and m.client_id = c.client_id
  and m.product_code = 'P01' and m.month = date_trunc('month', :'until'::date) - interval '2 months';

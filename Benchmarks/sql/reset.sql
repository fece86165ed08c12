-- Takes back whatever a run has done to the bank since :until, and all of its nights.
\set ON_ERROR_STOP 1
set client_min_messages = warning;
drop schema if exists xsell cascade;
update source.product_month m set income = income - 1
from source.client c
where bench.chance(c.client_id, 9002) < 0.001 and m.bank_id = c.bank_id and m.client_id = c.client_id
  and m.product_code = 'P01' and m.month = date_trunc('month', :'until'::date) - interval '2 months'
  and exists (select from source.account where account_id >= 1000000000000 and opened_on = :'next');
delete from source.product_month where month > :'until' and exists (select from source.account where opened_on > :'next');
delete from source.account where opened_on > :'until';

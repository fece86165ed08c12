-- What the peers may see: the bank as known at the end of the as-of date. psql -v bank= -v as_of= -v out=
set xsell_peers.bank = :'bank';
set xsell_peers.as_of = :'as_of';

create temporary view known_client as
select client_id, region, industry, legal_form, opened_on,
  case when closed_on <= a.as_of then closed_on end as closed_on, annual_turnover, attributes
from source.client, (select current_setting('xsell_peers.as_of')::date as as_of) a
where bank_id = current_setting('xsell_peers.bank') and (opened_on is null or opened_on <= a.as_of)
order by client_id;

create temporary view known_account as
select client_id, product_code, opened_on, case when closed_on <= a.as_of then closed_on end as closed_on
from source.account, (select current_setting('xsell_peers.as_of')::date as as_of) a
where bank_id = current_setting('xsell_peers.bank') and (opened_on is null or opened_on <= a.as_of)
order by client_id, product_code, opened_on, account_id;

create temporary view known_month as
select client_id, product_code, month, income, operations
from source.product_month
where bank_id = current_setting('xsell_peers.bank')
  and month + interval '1 month' <= current_setting('xsell_peers.as_of')::date + 1
order by client_id, product_code, month;

create temporary view known_product as
select product_code, family
from source.product
where bank_id = current_setting('xsell_peers.bank')
order by product_code collate "C";

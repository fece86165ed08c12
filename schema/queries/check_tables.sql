-- Keys that stand more than once, for the rest of the transaction: the queries of faults_*.sql join them.
drop table if exists pg_temp.duplicate_client, pg_temp.duplicate_account, pg_temp.duplicate_product_month;
create temporary table duplicate_client (client_id bigint not null primary key) on commit drop;
create temporary table duplicate_account (account_id bigint not null primary key) on commit drop;
create temporary table duplicate_product_month (
  client_id bigint not null,
  product_code text not null,
  month date not null,
  primary key (client_id, product_code, month)
) on commit drop;

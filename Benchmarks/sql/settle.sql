-- The contract's key again, and figures for the planner.
\set ON_ERROR_STOP 1
set maintenance_work_mem = '512MB';
alter table source.product_month add primary key (bank_id, client_id, product_code, month);
vacuum analyze;

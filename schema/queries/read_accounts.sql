-- One row an account, ascending by client, product and opening: times of holding as known on the as-of date. Rows that are not
-- sound stand among them with their fault, to be counted.
select c.fault,
  c.client_id,
  c.product_code,
  c.opened_on,
  case when c.closed_on <= (select current_setting('xsell.as_of')::date) then c.closed_on end as closed_on,
  nullif(c.matures_on, 'infinity') as matures_on
from ({{faults_account}}) c
where c.fault is not null
  or {{in_sample}}
order by c.client_id, c.product_code collate "C", c.opened_on nulls first, closed_on nulls last, c.account_id

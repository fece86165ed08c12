-- One row an account, ascending by client, product and opening: times of holding as known on the as-of date.
select c.client_id,
  c.product_code,
  c.opened_on,
  case when c.closed_on <= (select current_setting('xsell.as_of')::date) then c.closed_on end as closed_on,
  nullif(c.matures_on, 'infinity') as matures_on
from ({{faults_account}}) c
where c.fault is null
  and {{in_sample}}
order by c.client_id, c.product_code collate "C", c.opened_on nulls first, closed_on nulls last, c.account_id

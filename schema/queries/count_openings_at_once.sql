-- Products of which most first openings are of one day, each with the day, as a reading finds them.
with first_opening as (
  select a.client_id, a.product_code, min(a.opened_on) as opened_on, current_setting('xsell.as_of')::date as until
  from ({{faults_account}}) a
  join ({{faults_client}}) c on c.fault is null and c.client_id = a.client_id
  join ({{faults_product}}) p on p.fault is null and p.product_code = a.product_code
  where a.fault is null
  group by a.client_id, a.product_code
  having count(*) = count(a.opened_on)
)
select o.product_code || ' ' || o.opened_on as key
from ({{openings_at_once}}) o
order by o.product_code collate "C"

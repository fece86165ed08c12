-- Products of which most first openings of the last two years are of one day, each with the day, as a reading finds them
-- (OpeningsAtOnce).
select o.product_code || ' ' || o.opened_on as key
from (
  select f.product_code, f.opened_on, count(*) as openings, sum(count(*)) over (partition by f.product_code) as all_openings
  from (
    select a.client_id, a.product_code, min(a.opened_on) as opened_on
    from ({{faults_account}}) a
    join ({{faults_client}}) c on c.fault is null and c.client_id = a.client_id
    join ({{faults_product}}) p on p.fault is null and p.product_code = a.product_code
    where a.fault is null
    group by a.client_id, a.product_code
    having count(*) = count(a.opened_on)
  ) f
  where f.opened_on > (select current_setting('xsell.as_of')::date) - 730
  group by f.product_code, f.opened_on
) o
where o.openings >= 30 and o.openings * 2 > o.all_openings
order by o.product_code collate "C"

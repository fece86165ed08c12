-- Of `first_opening` (client_id, product_code, opened_on, until) the products of which most openings of the two years until then are
-- of one day, each with the day: nobody chose it (OpeningsAtOnce).
select o.product_code, o.opened_on
from (
  select f.product_code, f.opened_on, count(*) as openings, sum(count(*)) over (partition by f.product_code) as all_openings
  from first_opening f
  where f.opened_on > f.until - 730 and f.opened_on <= f.until
  group by f.product_code, f.opened_on
) o
where o.openings >= 30 and o.openings * 2 > o.all_openings

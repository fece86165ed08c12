-- Products of which most openings of the last two years are of one day: nobody chose them then. Of a few nothing can be told.
select o.product_code || ' ' || o.opened_on as key
from (
  select a.product_code::text, a.opened_on, count(*) as openings,
    sum(count(*)) over (partition by a.product_code::text) as all_openings
  from source.account a
  where a.bank_id = (select current_setting('xsell.bank_id'))
    and a.opened_on <= (select current_setting('xsell.as_of')::date)
    and a.opened_on > (select current_setting('xsell.as_of')::date) - 730
  group by 1, 2
) o
where o.openings >= 30 and o.openings * 2 > o.all_openings

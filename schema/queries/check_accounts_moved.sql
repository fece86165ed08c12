-- Days of the last three months on which five times as much was opened as on a day, and most of that, thirty products or more, just where
-- other clients gave it up: clients were merged, and nobody chose what the survivor got. What one client gave up and took again on a
-- day was renewed. Days that the policy names are known. Unsound rows may be among them: they are few, and this is a hint.
with recent as (
  select client_id::bigint, product_code::text, opened_on, closed_on
  from source.account
  where bank_id = (select current_setting('xsell.bank_id'))
    and (opened_on > (select current_setting('xsell.as_of')::date) - 92
      or closed_on > (select current_setting('xsell.as_of')::date) - 92)
), opened_day as (
  select opened_on as day, count(*) as opened
  from recent
  where opened_on > (select current_setting('xsell.as_of')::date) - 92
    and opened_on <= (select current_setting('xsell.as_of')::date)
    and opened_on <> all ((select current_setting('xsell.moved_on'))::date[])
  group by opened_on
), burst as (
  select day
  from opened_day
  where opened >= 30 and opened > 5 * (select percentile_cont(0.5) within group (order by opened) from opened_day)
), turn as (
  select t.client_id, t.product_code, d.day, bool_or(d.is_opening) as is_opened, bool_or(not d.is_opening) as is_closed
  from recent t
  cross join lateral (values (t.opened_on, true), (t.closed_on, false)) d (day, is_opening)
  where d.day = any (array(select day from burst))
  group by t.client_id, t.product_code, d.day
), product_day as (
  select product_code, day, count(*) filter (where is_opened) as opened, count(*) filter (where is_closed) as closed
  from turn
  where is_opened <> is_closed
  group by product_code, day
)
select day::text as key
from product_day
group by day
having sum(least(opened, closed)) >= 30 and sum(least(opened, closed)) * 2 > sum(opened)
order by day

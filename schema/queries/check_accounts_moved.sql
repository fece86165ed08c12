-- Days of the last three months on which thirty products or more were opened just where other clients gave them up, which is most of
-- what was opened then and five times what is opened on a day: clients were merged, and nobody chose what the survivor got. What one
-- client gave up and took again on a day was renewed. Unsound rows may be among them: they are few, and this is a hint.
with recent as (
  select client_id::bigint, product_code::text, opened_on, closed_on
  from source.account
  where bank_id = (select current_setting('xsell.bank_id'))
    and greatest(
        case when opened_on <= (select current_setting('xsell.as_of')::date) then opened_on end,
        case when closed_on <= (select current_setting('xsell.as_of')::date) then closed_on end)
      > (select current_setting('xsell.as_of')::date) - 92
), turn as (
  select distinct client_id, product_code, opened_on as day, true as is_opened from recent where opened_on is not null
  union all
  select distinct client_id, product_code, closed_on, false from recent where closed_on is not null
), single as (
  select t.product_code, t.day, bool_or(t.is_opened) as is_opened
  from turn t
  where t.day <= (select current_setting('xsell.as_of')::date) and t.day > (select current_setting('xsell.as_of')::date) - 92
  group by t.client_id, t.product_code, t.day
  having count(*) = 1
), product_day as (
  select product_code, day, count(*) filter (where is_opened) as opened, count(*) filter (where not is_opened) as closed
  from single
  group by product_code, day
), day as (
  select day, sum(opened) as opened, sum(least(opened, closed)) as moved
  from product_day
  where opened > 0
  group by day
)
select day::text as key
from day
where moved >= 30 and moved * 2 > opened
  and opened > 5 * (select percentile_cont(0.5) within group (order by opened) from day)
order by day

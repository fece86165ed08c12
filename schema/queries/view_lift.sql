-- What became of the clients that were there when the triggers began, one row each, in the arm that the last publication
-- puts them in. Rows that the source repeats count once, or not at all where they speak of money; income is null where the
-- bank has none of anybody on that side of the beginning. $1 bank; $2 day on which
-- the triggers began: openings count after it; $3 day until which they count; $4 first whole month after the beginning;
-- $5 last whole month before it; $6 months of income on either side.
with there as materialized (
  select c.client_id::bigint as client_id
  from source.client c
  where c.bank_id = $1
  group by c.client_id
  having coalesce(min(c.opened_on), '-infinity') <= $2 and coalesce(max(c.closed_on), 'infinity') > $2
),
first_opening as (
  select a.client_id, a.product_code, min(a.opened_on) as opened_on, $3::date as until
  from source.account a
  where a.bank_id = $1
  group by a.client_id, a.product_code
  having count(*) = count(a.opened_on)
),
-- Days on which nobody chose, by the policy that the views were published under.
moved as (
  select translate(s.settings ->> 'night.moved_on', '[] ', '{}')::date[] as days
  from xsell.publication p
  join xsell.run r on r.bank_id = p.bank_id and r.run_id = p.run_id
  join xsell.policy s on s.policy_hash = r.manifest ->> 'policy'
  where p.bank_id = $1
  limit 1
),
taken as (
  select a.client_id, count(*) as products
  from (
    select a.client_id, a.product_code
    from source.account a
    join ({{known_products}}) p on p.bank_id = a.bank_id and p.product_code = a.product_code
    left join ({{openings_at_once}}) o on o.product_code = a.product_code and o.opened_on = a.opened_on
    where a.bank_id = $1
    group by a.client_id, a.product_code
    having bool_or(a.opened_on > $2 and a.opened_on <= $3 and o.product_code is null
        and coalesce(a.opened_on <> all ((select days from moved)::date[]), true))
      and not bool_or(coalesce(a.opened_on, '-infinity') <= $2 and coalesce(a.closed_on, 'infinity') > $2)
  ) a
  group by a.client_id
),
income as (
  select m.client_id, sum(m.income) filter (where m.month < $4) as before, sum(m.income) filter (where m.month >= $4) as after
  from (
    select m.client_id, m.month, (max(round(m.income, 2)) * 100)::bigint as income
    from source.product_month m
    where m.bank_id = $1 and abs(m.income) <= 1000000000000 and m.month = date_trunc('month', m.month::timestamp)
      and (m.month > $5::date - make_interval(months => $6) and m.month <= $5
        or m.month >= $4 and m.month < $4::date + make_interval(months => $6))
    group by m.client_id, m.product_code, m.month
    having count(*) = 1
  ) m
  group by m.client_id
),
known as (
  select bool_or(before is not null) as before, bool_or(after is not null) as after from income
),
called as (
  select distinct client_id from xsell.trigger_record where bank_id = $1 and raised_on >= $2 and raised_on <= $3
)
select r.client_id, r.manager_id, r.in_control_group, c.client_id is not null as was_called,
  coalesce(t.products, 0)::integer as taken,
  case when k.before then coalesce(i.before, 0) end::bigint as income_before,
  case when k.after then coalesce(i.after, 0) end::bigint as income_after
from xsell.client_result r
join there using (client_id)
cross join known k
left join taken t using (client_id)
left join income i using (client_id)
left join called c using (client_id)
where r.bank_id = $1
order by r.client_id

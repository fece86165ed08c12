-- Product months of a bank, counted in one pass: those of transactions that a reading before did not see by client, all others
-- together. To come are those of months that are not over, complete but for their time (as in is_to_come): nothing but
-- counted, whoever's they are.
-- age() keeps the pass to one processor, which leaves the others to all that is read meanwhile: what compares transactions
-- without it costs twice the work in total. The first that was not seen is at most a billion back, so that ages tell.
-- $1 bank; $2 last month that is over; $3 the first transaction that was not seen; $4 at most so many clients.
select case when r.is_new and not r.is_to_come then r.client_id end as changed_client,
  count(*) as row_count,
  count(*) filter (where r.is_to_come) as to_come,
  count(*) - count(r.client_id) as without_client
from (
  select m.client_id::bigint,
    age(m.xmin) <= (select age($3::bigint::text::xid8::xid)) as is_new,
    coalesce(m.month > $2 and isfinite(m.month) and m.client_id is not null and m.product_code is not null
      and m.income is not null and m.operations is not null, false) as is_to_come
  from source.product_month m
  where m.bank_id = $1
) r
group by changed_client
limit $4

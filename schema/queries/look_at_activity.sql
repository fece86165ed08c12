-- Product months of a bank, counted in one pass: those of transactions that a reading before did not see by client, all others
-- together. To come are those of months that are not over, complete but for their time (as in is_to_come): nothing but
-- counted, whoever's they are.
-- All processors take part: for that the values are parameters, and transactions are compared by their four bytes, which go
-- round after four billions, not by age(). The first that was not seen is at most a billion back.
-- $1 bank; $2 last month that is over; $3 the first transaction that was not seen; $4 at most so many clients.
select case when r.is_new and not r.is_to_come then r.client_id end as changed_client,
  count(*) as row_count,
  count(*) filter (where r.is_to_come) as to_come,
  count(*) - count(r.client_id) as without_client
from (
  select m.client_id::bigint,
    case when b.first < b.beyond
      then xidsend(m.xmin) >= b.first and xidsend(m.xmin) < b.beyond
      else xidsend(m.xmin) >= b.first or xidsend(m.xmin) < b.beyond
    end as is_new,
    coalesce(m.month > $2 and isfinite(m.month) and m.client_id is not null and m.product_code is not null
      and m.income is not null and m.operations is not null, false) as is_to_come
  from source.product_month m
  cross join (
    select substring(int8send($3) from 5) as first, substring(int8send($3 + 2147483648) from 5) as beyond
  ) b
  where m.bank_id = $1
) r
group by changed_client
limit $4

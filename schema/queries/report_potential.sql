-- Potential income a month by region and industry of the clients; null = unknown. Rows that the source repeats count once.
-- $1 bank.
select c.region, c.industry, count(*) as clients, sum(k.potential_income) as potential_income
from xsell.client_card k
join lateral (
  select nullif(c.region, '')::text as region, nullif(c.industry, '')::text as industry
  from source.client c
  where c.bank_id = k.bank_id and c.client_id = k.client_id
  order by c.client_no collate "C", c.region collate "C", c.industry collate "C"
  limit 1
) c on true
where k.bank_id = $1
group by c.region, c.industry
order by c.region collate "C" nulls last, c.industry collate "C" nulls last

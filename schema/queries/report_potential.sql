-- Potential income a month by region and industry of the clients; null = unknown. Rows that the source repeats count once.
-- $1 bank.
select c.region, c.industry, count(*) as clients, sum(k.potential_income) as potential_income
from (
  select distinct on (c.client_id) c.client_id, nullif(c.region, '')::text as region,
    nullif(c.industry, '')::text as industry
  from source.client c
  where c.bank_id = $1
  order by c.client_id, c.client_no collate "C", c.region collate "C", c.industry collate "C"
) c
join xsell.client_card k on k.bank_id = $1 and k.client_id = c.client_id
group by c.region, c.industry
order by c.region collate "C" nulls last, c.industry collate "C" nulls last

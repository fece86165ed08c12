-- Clients whose key or number stands more than once among those known on the as-of date.
insert into pg_temp.duplicate_client (client_id)
with known as (
  select client_id::bigint as client_id, client_no::text as client_no
  from source.client
  where bank_id = current_setting('xsell.bank_id') and client_id is not null
    and (opened_on is null or opened_on <= current_setting('xsell.as_of')::date)
)
select client_id from known group by client_id having count(*) > 1
union
select unnest(array_agg(client_id)) from known group by client_no having client_no is not null and count(*) > 1

(select null::bigint as client_id, null::bigint as account_id, null::text as product_code, null::date as month where false)

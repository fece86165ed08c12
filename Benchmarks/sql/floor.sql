-- The least that any night must read: clients, accounts, sums by client and product, totals by client and month.
copy (
  select client_id, client_no, manager_id, region, industry, legal_form, opened_on, closed_on, annual_turnover, contact_allowed
  from source.client where bank_id = 'BENCH' order by client_id
) to stdout (format binary);
copy (
  select client_id, product_code, opened_on, closed_on, matures_on
  from source.account where bank_id = 'BENCH' and opened_on <= :'as_of' order by client_id, product_code collate "C"
) to stdout (format binary);
copy (
  select client_id, product_code,
    (sum(income) filter (where month > :'last_month'::date - interval '3 months') * 100)::bigint,
    (sum(income) filter (where month > :'last_month'::date - interval '12 months') * 100)::bigint,
    sum(operations) filter (where month > :'last_month'::date - interval '3 months'),
    sum(operations) filter (where month > :'last_month'::date - interval '12 months'),
    count(*) filter (where month > :'last_month'::date - interval '12 months' and (income <> 0 or operations > 0)),
    max(month) filter (where income <> 0 or operations > 0)
  from source.product_month
  where bank_id = 'BENCH' and month <= :'last_month'
  group by client_id, product_code order by client_id, product_code collate "C"
) to stdout (format binary);
copy (
  select client_id, month, (sum(income) * 100)::bigint, sum(operations)
  from source.product_month
  where bank_id = 'BENCH' and month <= :'last_month' and month > :'last_month'::date - interval '36 months'
  group by client_id, month order by client_id, month
) to stdout (format binary);

-- Product months that are complete but for their time: nothing but counted, whoever's they are.
coalesce(m.month > (select current_setting('xsell.last_month')::date) and isfinite(m.month) and m.client_id is not null
  and m.product_code is not null and m.income is not null and m.operations is not null, false)

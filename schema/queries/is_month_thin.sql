current_setting('xsell.clients_before')::bigint >= 20
  and current_setting('xsell.clients_last_month')::numeric
    < current_setting('xsell.clients_before')::numeric * current_setting('xsell.thin_month')::numeric

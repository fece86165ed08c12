-- As check_month_thin, of a month that is there in part.
select current_setting('xsell.clients_before') || ' -> ' || current_setting('xsell.clients_last_month') as key
where current_setting('xsell.clients_before')::bigint >= 20
  and current_setting('xsell.clients_last_month')::numeric
    < current_setting('xsell.clients_before')::numeric * current_setting('xsell.thin_month_warning')::numeric
  and not ({{is_month_thin}})

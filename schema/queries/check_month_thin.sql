-- As check_month_missing, where no night of an earlier month could be left standing.
select current_setting('xsell.clients_before') || ' -> ' || current_setting('xsell.clients_last_month') as key
where {{is_month_thin}}
  and current_setting('xsell.published_month') = ''

-- As check_month_lost; what is missing lies between two settings.
select m.month || ': ' || m.published || ' -> ' || m.now as key
from ({{published_months}}) m
where m.published >= 20 and m.now < m.published * current_setting('xsell.thin_month_warning')::numeric
  and m.now >= m.published * current_setting('xsell.thin_month')::numeric

-- Of fewer than twenty clients nothing can be told.
select m.month || ': ' || m.published || ' -> ' || m.now as key
from ({{published_months}}) m
where m.published >= 20 and m.now < m.published * current_setting('xsell.thin_month')::numeric

-- Managers who are away on the morning that the night prepares, the day after the as-of date, each with the deputy of what was noted last.
select distinct on (manager_id) manager_id, deputy_id
from xsell.absence
where bank_id = current_setting('xsell.bank_id') and from_date <= current_setting('xsell.as_of')::date + 1
  and (until_date is null or until_date > current_setting('xsell.as_of')::date)
order by manager_id, absence_id desc

-- Public view xsell.trigger_event, of one bank where the setting names one, as it came about.
select v.*
from xsell.trigger_event v
where (select nullif(current_setting('xsell.bank_id', true), '')) is null
  or exists (
    select from xsell.trigger t
    where t.trigger_id = v.trigger_id and t.bank_id = (select current_setting('xsell.bank_id', true)))
order by v.event_id

-- Public view xsell.client_life, of one bank where the setting names one, always in the same order.
select v.*
from xsell.client_life v
where ((select nullif(current_setting('xsell.bank_id', true), '')) is null or v.bank_id = (select current_setting('xsell.bank_id', true)))
order by v.bank_id collate "C", v.client_id

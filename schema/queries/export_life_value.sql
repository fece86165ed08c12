-- Public view xsell.life_value, of one bank where the setting names one, always in the same order.
select v.*
from xsell.life_value v
where ((select nullif(current_setting('xsell.bank_id', true), '')) is null or v.bank_id = (select current_setting('xsell.bank_id', true)))
order by v.bank_id collate "C", array_position(array['bank', 'profile', 'region', 'industry'], v.dimension), v.key collate "C"

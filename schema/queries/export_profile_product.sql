-- Public view xsell.profile_product, of one bank where the setting names one, always in the same order.
select v.*
from xsell.profile_product v
where ((select nullif(current_setting('xsell.bank_id', true), '')) is null or v.bank_id = (select current_setting('xsell.bank_id', true)))
order by v.bank_id collate "C", v.cohort_level collate "C", v.cohort collate "C", v.profile_id, v.product_code collate "C"

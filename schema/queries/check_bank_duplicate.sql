select bank_id::text as key
from source.bank
where bank_id = current_setting('xsell.bank_id')
group by bank_id
having count(*) > 1

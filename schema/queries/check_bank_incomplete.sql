select bank_id::text as key
from source.bank
where bank_id = current_setting('xsell.bank_id') and (name is null or currency is null or locale is null)

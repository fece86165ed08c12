select bank_id::text as key
from source.bank
where bank_id = current_setting('xsell.bank_id') and locale::text !~ '^[a-z]{2,3}([-_][A-Za-z]{2,4})*([.@].*)?$'

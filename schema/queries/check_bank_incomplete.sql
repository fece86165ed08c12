select bank_id::text as key
from source.bank
where bank_id = current_setting('xsell.bank_id')
  and (coalesce(name, '') = '' or coalesce(currency, '') = '' or coalesce(locale, '') = '')

-- Banks as people are shown them: one row each, whatever the source repeats or lacks.
select distinct on (bank_id) bank_id::text, coalesce(nullif(name, ''), bank_id)::text as name,
  coalesce(currency, '')::text as currency,
  coalesce(locale, '')::text as locale
from source.bank
where bank_id is not null
order by bank_id, name collate "C", currency collate "C", locale collate "C"

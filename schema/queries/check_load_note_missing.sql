-- Relations with rows, and no note that their load for the as-of date is complete; of the present, not of a past that
-- is run again.
select n.relation as key
from jsonb_each(current_setting('xsell.row_counts')::jsonb) as n(relation, row_count)
where n.relation in ('client', 'manager', 'product', 'account', 'product_month') and n.row_count <> '0'
  and not exists (
    select from source.load l
    where l.bank_id = current_setting('xsell.bank_id') and l.business_date = current_setting('xsell.as_of')::date
      and l.relation = n.relation and l.finished_at is not null)
  and not exists (
    select from source.load l
    where l.bank_id = current_setting('xsell.bank_id') and l.business_date > current_setting('xsell.as_of')::date
      and isfinite(l.business_date))

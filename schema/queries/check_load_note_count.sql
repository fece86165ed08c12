-- Notes for the as-of date, the latest there are, whose count is not what is there.
select l.relation || ': noted ' || coalesce(l.row_count::text, '(none)') || ', found ' || n.row_count as key
from source.load l
join jsonb_each_text(current_setting('xsell.row_counts')::jsonb) as n(relation, row_count) on n.relation = l.relation
where l.bank_id = current_setting('xsell.bank_id') and l.business_date = current_setting('xsell.as_of')::date
  and l.relation <> 'load' and l.row_count::text is distinct from n.row_count
  and not exists (
    select from source.load later
    where later.bank_id = l.bank_id and later.business_date > l.business_date and isfinite(later.business_date))

-- Far fewer clients have business in the last month that is over than in the months before, or than in those that a
-- night of an earlier month knew, which stands published. The month is not loaded yet; by it the gap in the data would be
-- taken for silence. Of fewer than twenty clients nothing can be told.
select current_setting('xsell.clients_before') || ' -> ' || current_setting('xsell.clients_last_month') as key
where {{is_month_thin}}
  and current_setting('xsell.published_month') <> ''

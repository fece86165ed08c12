-- Months of history with far fewer clients in business than in the months around them (MonthClients.gaps).
select unnest(current_setting('xsell.gap_months')::text[]) as key

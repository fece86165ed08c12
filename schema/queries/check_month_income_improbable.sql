-- The last month, where its income is of another order than that of the three before (MonthClients.unlikeIncome).
select unnest(current_setting('xsell.unlike_income')::text[]) as key

-- The last month, where clients brought and did less in it than in any of the year's months before (MonthClients.low).
select unnest(current_setting('xsell.low_months')::text[]) as key

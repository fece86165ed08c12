-- The last month, where it has no operations and the three before have (MonthClients.withoutOperations).
select unnest(current_setting('xsell.without_operations')::text[]) as key

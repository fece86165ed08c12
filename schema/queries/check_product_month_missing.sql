-- Products of which too many regular clients have no business in the last month (ProductFeeds), where the month itself is there.
select unnest(current_setting('xsell.missing_feeds')::text[]) as key
where not ({{is_month_thin}})

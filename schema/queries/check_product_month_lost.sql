-- As check_product_month_missing, of products that half of the clients use and of which hardly anything is there (ProductFeeds.lost),
-- where a night of an earlier month stands published, or one of the same month for which they were there.
select unnest(current_setting('xsell.lost_feeds')::text[]) as key
where (current_setting('xsell.published_month') <> '' or exists ({{published_feeds}})) and not ({{is_month_thin}})

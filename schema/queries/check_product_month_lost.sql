-- As check_product_month_missing, of products that half of the clients use and of which hardly anything is there (ProductFeeds.lost),
-- where a night of an earlier month stands published.
select unnest(current_setting('xsell.lost_feeds')::text[]) as key
where current_setting('xsell.published_month') <> '' and not ({{is_month_thin}})

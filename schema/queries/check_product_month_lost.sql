-- As check_product_month_missing, of products that half of the clients use and of which hardly anything is there (ProductFeeds.lost),
-- where a night of an earlier month stands published, or one of the same month that did not miss them.
select l.key
from unnest(current_setting('xsell.lost_feeds')::text[]) l(key)
where (current_setting('xsell.published_month') <> '' or exists (select from ({{published_feeds}}) f where not f.missing ? l.key))
  and not ({{is_month_thin}})

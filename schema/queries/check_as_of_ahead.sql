-- The latest date that the data can speak for, where the as-of date lies further ahead of it than the policy allows. The
-- warehouse's notes say it; where it writes none, the latest opening or the end of the latest month. Of data without any
-- date nothing can be said.
select k.latest::text as key
from (
  select coalesce(
    (
      select max(l.business_date)
      from source.load l
      where l.bank_id = current_setting('xsell.bank_id') and isfinite(l.business_date)
    ),
    greatest(
      (
        select max(c.opened_on)
        from source.client c
        where c.bank_id = current_setting('xsell.bank_id') and isfinite(c.opened_on)
      ),
      (
        select max(a.opened_on)
        from source.account a
        where a.bank_id = current_setting('xsell.bank_id') and isfinite(a.opened_on)
      ),
      (
        select (max(m.month) + interval '1 month' - interval '1 day')::date
        from source.product_month m
        where m.bank_id = (select current_setting('xsell.bank_id')) and isfinite(m.month)
      )
    )
  ) as latest
) k
where current_setting('xsell.as_of')::date > k.latest + current_setting('xsell.maximum_days_ahead')::integer

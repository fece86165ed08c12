-- Clients with product months that a reading before did not see, row by row: of months that are over, or that are not sound.
-- The transaction is looked at first, because for that a row need not be taken apart. age() counts back from now, and what
-- lies ahead of now is negative, so that it counts as new.
select m.client_id::bigint
from source.product_month m
where age(m.xmin) <= (select age(current_setting('xsell.activity_threshold')::xid))
  and m.bank_id = (select current_setting('xsell.bank_id'))
  and not ({{is_to_come}})
limit (select current_setting('xsell.activity_limit')::bigint)

-- $1 bank; $2 terms; $3 rows; $4 threshold.
insert into xsell.activity_reading (bank_id, terms, row_count, threshold) values ($1, $2, $3, $4::text::xid8)
on conflict (bank_id) do update
set (terms, row_count, threshold) = (excluded.terms, excluded.row_count, excluded.threshold)

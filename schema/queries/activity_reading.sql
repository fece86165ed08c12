-- How the product months were last read. Rows know their transactions in 32 bits only, so that a threshold is of no use
-- once a billion transactions have passed. $1 bank.
select r.terms, r.row_count,
  r.threshold is not null as is_kept,
  case
    when pg_snapshot_xmax(pg_current_snapshot())::text::bigint - r.threshold::text::bigint between 0 and 1000000000
      then r.threshold::text::bigint
  end as threshold
from xsell.activity_reading r
where r.bank_id = $1

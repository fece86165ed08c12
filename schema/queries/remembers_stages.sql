-- Whether a look back was published since a night of the date or an earlier one. $1 bank; $2 as-of date.
select exists (select from xsell.stage_memory where bank_id = $1 and as_of <= $2)

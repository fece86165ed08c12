-- As-of date of the latest night that had the triggers in hand, whether it raised any or not.
select greatest(
  (select max(raised_on) from xsell.trigger_record where bank_id = $1),
  (select max(as_of) from xsell.attempt where bank_id = $1 and state in ('published', 'superseded'))) as latest

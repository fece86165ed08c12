-- Whether calls of the date were raised by an earlier run of it. $1 bank, $2 date.
select exists (select from xsell.conversation_record where bank_id = $1 and raised_on = $2)

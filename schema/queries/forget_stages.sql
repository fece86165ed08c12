-- Of the remembered date or a later one: from now on its own stages are leaned on. $1 bank; $2 as-of date.
delete from xsell.stage_memory where bank_id = $1 and as_of <= $2

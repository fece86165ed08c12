select max(raised_on) from xsell.trigger_record where bank_id = $1

-- Day on which the bank's first trigger was raised; null = none yet. $1 bank.
select min(raised_on) as first from xsell.trigger_record where bank_id = $1

select exists (select from xsell.stage_change where bank_id = $1)

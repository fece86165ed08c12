select run_id::text, as_of from xsell.publication where bank_id = $1

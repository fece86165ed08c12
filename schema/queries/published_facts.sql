select facts from xsell.publication where bank_id = $1

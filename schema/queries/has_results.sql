select exists (select from xsell.client_result where bank_id = $1)

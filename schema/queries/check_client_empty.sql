select current_setting('xsell.bank_id') as key
where not exists (select from source.client where bank_id = current_setting('xsell.bank_id'))

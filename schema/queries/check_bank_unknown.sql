select current_setting('xsell.bank_id') as key
where not exists (select from source.bank where bank_id = current_setting('xsell.bank_id'))

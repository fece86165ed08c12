select current_setting('xsell.bank_id') as key
where not exists (select from ({{faults_account}}) a where a.fault is null)

select current_setting('xsell.bank_id') as key
where not exists (select from ({{faults_account}}) f where f.fault is null and f.opened_on is not null)

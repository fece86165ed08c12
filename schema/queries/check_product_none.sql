select current_setting('xsell.bank_id') as key
where not exists (select from ({{faults_product}}) p where p.fault is null)

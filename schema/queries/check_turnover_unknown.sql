select current_setting('xsell.bank_id') as key
where not exists (select from ({{faults_client}}) f where f.fault is null and f.annual_turnover is not null)

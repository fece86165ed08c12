-- Clients of today, none of whom may be approached: no call is raised, and those that are open are taken back.
select current_setting('xsell.bank_id') as key
where exists (select from ({{faults_client}}) c where c.fault is null)
  and not exists (select from ({{faults_client}}) c where c.fault is null and c.contact_allowed)

-- The relation has rows, and none of them is a sound client known on the as-of date.
select current_setting('xsell.bank_id') as key
where exists (select from source.client where bank_id = current_setting('xsell.bank_id'))
  and not exists (select from ({{faults_client}}) c where c.fault is null)

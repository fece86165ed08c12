delete from xsell.client_result r
where bank_id = $1
  and not exists (select from pg_temp.client_result_stage s where s.bank_id = r.bank_id and s.client_id = r.client_id)

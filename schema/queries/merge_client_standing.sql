-- Only rows that changed are written, and without the locks that ON CONFLICT takes, which are logged too.
with changed as (
  update xsell.client_standing t set
    (result_content, grounds, stage_since, stage, previous_stage, status_product, content, status) =
    (s.result_content, s.grounds, s.stage_since, s.stage, s.previous_stage, s.status_product, s.content, s.status)
  from pg_temp.client_standing_stage s
  where (t.bank_id, t.client_id) = (s.bank_id, s.client_id) and row(t.*) is distinct from row(s.*)
)
insert into xsell.client_standing
select s.* from pg_temp.client_standing_stage s
where not exists (select from xsell.client_standing o where (o.bank_id, o.client_id) = (s.bank_id, s.client_id))

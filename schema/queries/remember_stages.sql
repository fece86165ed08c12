-- Before a look back takes the place of the latest publication: what that said of stages. Further looks back remember nothing.
-- $1 bank; $2 as-of date.
insert into xsell.stage_memory (bank_id, client_id, as_of, stage, previous_stage)
select s.bank_id, s.client_id, p.as_of, s.stage,
  case when p.has_previous_stages then nullif(coalesce(s.previous_stage, s.stage), '') end
from xsell.client_standing s
join xsell.publication p on p.bank_id = s.bank_id
where s.bank_id = $1 and p.as_of > $2
  and not exists (select from xsell.stage_memory m where m.bank_id = $1)

-- A client that is new to the views although it has a history shows a stage that its last change may not lead to: the next
-- night is to look at it again, whether its row changes or not. $1 bank.
update pg_temp.client_standing_stage s set content = null
from (
  select n.client_id, l.to_stage
  from pg_temp.client_standing_stage n
  cross join lateral (
    select c.to_stage
    from xsell.stage_change c
    where c.bank_id = $1 and c.client_id = n.client_id
    order by c.as_of desc
    limit 1
  ) l
  where not exists (select from xsell.client_standing r where (r.bank_id, r.client_id) = ($1, n.client_id))
) h
where h.client_id = s.client_id and h.to_stage is distinct from s.stage

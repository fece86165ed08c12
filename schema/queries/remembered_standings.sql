-- As previous_standings, after a look back: the stages of before. What the rows followed from is not known then.
select client_id,
  case when as_of < (select current_setting('xsell.as_of')::date) then stage else previous_stage end as stage,
  null::bigint as grounds
from xsell.stage_memory
where bank_id = current_setting('xsell.bank_id')
order by client_id

-- As previous_standings, after a look back: the stages of before. What the rows followed from is not known then.
select client_id,
  case when date_trunc('month', as_of + 1) < (select date_trunc('month', current_setting('xsell.as_of')::date + 1)) then stage
    else previous_stage end as stage,
  null::bigint as grounds
from xsell.stage_memory
where bank_id = current_setting('xsell.bank_id')
order by client_id

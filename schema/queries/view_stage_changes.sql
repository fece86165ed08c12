-- When a client's life-cycle stage changed, latest first. $1 bank, $2 client, $3 at most so many.
select as_of, from_stage, to_stage
from xsell.stage_history
where bank_id = $1 and client_id = $2
order by as_of desc
limit $3

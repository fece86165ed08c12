select as_of, run_id::text as run_id, content::text as content
from xsell.lesson
where bank_id = $1 and as_of < $2 and policy_hash = $3 and version = $4
order by as_of desc
limit 1

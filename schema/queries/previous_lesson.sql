-- Lessons last as long as the month: those of the night's are from $3 on.
select as_of, run_id::text as run_id, content::text as content
from xsell.lesson
where bank_id = $1 and as_of < $2 and as_of >= $3 and policy_hash = $4 and version = $5
order by as_of desc
limit 1

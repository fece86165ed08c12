select as_of, parameters, products, profile_ids, profile_names, baseline, next_id
from xsell.profile_model
where bank_id = $1 and as_of < $2
order by as_of desc
limit 1

-- The trigger that is about to be answered, held until the transaction ends.
select t.state, t.raised_on, greatest(p.as_of, t.raised_on) as earliest
from xsell.trigger_record t
left join xsell.publication p on p.bank_id = t.bank_id
where t.trigger_id = $1
for update of t

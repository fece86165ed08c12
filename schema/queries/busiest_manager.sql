-- The manager whose open triggers are worth most tonight, and the client to call first; for the demo's tour.
select t.manager_id, (array_agg(r.client_no order by t.priority desc, t.trigger_id) filter (where t.kind = 'offer'))[1] as client_no
from xsell.trigger_record t
join xsell.client_result r using (bank_id, client_id)
where t.bank_id = $1 and t.manager_id is not null and t.closed_on is null
group by t.manager_id
having count(*) filter (where t.kind = 'offer') > 0
order by sum(t.priority order by t.trigger_id) filter (where t.kind = 'offer') desc, t.manager_id
limit 1

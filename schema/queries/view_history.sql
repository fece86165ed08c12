-- What was raised for a client and what came of it, latest first. Lines are looked up by trigger: joined, all that there are would be
-- read. $1 bank, $2 client, $3 at most so many.
select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.actor, e.from_state, e.to_state, e.note,
  t.trigger_id, t.kind as trigger_kind, t.product_code, coalesce(p.name, t.product_code) as product_name, t.raised_on
from xsell.trigger t
cross join lateral (select * from xsell.trigger_event x where x.trigger_id = t.trigger_id offset 0) e
left join ({{known_products}}) p on p.bank_id = t.bank_id and p.product_code = t.product_code
where t.bank_id = $1 and t.client_id = $2
order by e.at desc, e.event_id desc
limit $3

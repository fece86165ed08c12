-- Of the triggers that ended since $2, exclusive, and were not withdrawn, how many were won, by product. $1 bank.
select t.product_code, coalesce(p.name, t.product_code) as product_name, count(*) as ended,
  count(*) filter (where t.state = 'won') as won
from xsell.trigger_record t
left join ({{known_products}}) p on p.bank_id = t.bank_id and p.product_code = t.product_code
where t.bank_id = $1 and t.state in ('won', 'lost', 'declined', 'expired') and t.closed_on > $2
group by t.product_code, p.name
order by count(*) desc, t.product_code collate "C"

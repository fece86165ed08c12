-- The live conversations about gaps from which most new income is expected; what is at stake with a client that is to be kept, or
-- with an account that matures, is income already. $1 bank; $2 how many.
select t.trigger_id, c.client_no, coalesce(c.name, c.client_no) as client_name, coalesce(p.name, t.product_code) as product_name,
  t.kind, m.full_name as manager_name, t.expected_income, t.raised_on, t.state
from (
  select * from xsell.trigger t
  where t.bank_id = $1 and t.state in ('open', 'accepted', 'snoozed') and t.kind in ('offer', 'activate', 'deepen')
    and t.expected_income is not null
  order by t.expected_income desc, t.trigger_id
  limit $2
) t
left join lateral xsell.named_client(t.bank_id, t.client_id) c on true
left join ({{known_managers}}) m on m.bank_id = t.bank_id and m.manager_id = t.manager_id
left join ({{known_products}}) p on p.bank_id = t.bank_id and p.product_code = t.product_code
order by t.expected_income desc, t.trigger_id

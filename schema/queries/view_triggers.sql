-- Triggers with the names around them, best first: what a manager has on the list ($1 bank, $2 manager; live ones only),
-- or whatever lies between two identifiers ($3, $4).
select t.trigger_id, t.bank_id, b.name as bank_name, b.currency, b.locale, t.manager_id,
  m.full_name as manager_name, t.client_id, c.client_no, c.name as client_name, t.kind as trigger_kind, t.product_code,
  p.name as product_name, t.state, t.priority, t.expected_income as trigger_expected_income, t.headline,
  t.reason as trigger_reason, t.raised_on, t.valid_until, t.snoozed_until, t.refusal, t.cycle,
  t.reason ->> 'stage' as trigger_stage,
  (t.reason ->> 'typical_income')::numeric as trigger_typical_income,
  (t.reason ->> 'reference_members')::integer as trigger_reference_members,
  (t.reason ->> 'reference_holders')::integer as trigger_reference_holders,
  xsell.amount(r.monthly_income) as monthly_income
from xsell.trigger t
join ({{known_banks}}) b on b.bank_id = t.bank_id
left join lateral (
  select c.client_no::text as client_no, c.name::text as name
  from source.client c
  where c.bank_id = t.bank_id and c.client_id = t.client_id
  order by c.client_no collate "C", c.name collate "C"
  limit 1
) c on true
left join ({{known_managers}}) m on m.bank_id = t.bank_id and m.manager_id = t.manager_id
left join ({{known_products}}) p on p.bank_id = t.bank_id and p.product_code = t.product_code
left join xsell.client_result r on r.bank_id = t.bank_id and r.client_id = t.client_id
where case
    when $3::uuid is null
      then t.bank_id = $1::text and t.manager_id = $2::bigint and t.state in ('open', 'accepted', 'snoozed')
    else t.trigger_id between $3 and $4::uuid
  end
order by t.kind = 'retain' desc, t.priority desc, t.trigger_id
limit $5

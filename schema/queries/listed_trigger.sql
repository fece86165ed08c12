-- Triggers with the names around them.
select t.trigger_id, t.bank_id, t.manager_id, t.client_id, c.client_no, c.name as client_name, t.kind as trigger_kind, t.product_code,
  p.name as product_name, t.state, t.priority, t.expected_income as trigger_expected_income, t.headline,
  t.reason as trigger_reason, t.raised_on, t.valid_until, t.snoozed_until, t.refusal, t.cycle,
  t.reason ->> 'stage' as trigger_stage,
  coalesce(t.reason ->> 'typical_income', case when t.kind = 'retain' then coalesce(t.reason ->> 'usual_income', t.reason ->> 'monthly_income') end)::numeric
    as trigger_typical_income,
  (t.reason ->> 'reference_members')::integer as trigger_reference_members,
  (t.reason ->> 'reference_holders')::integer as trigger_reference_holders,
  (t.reason ->> 'penetration')::double precision as trigger_penetration,
  t.conversation_id, t.branch, t.ask_on, t.reason ->> 'profile' as trigger_profile,
  (t.reason ->> 'income_low')::numeric as trigger_low, (t.reason ->> 'income_high')::numeric as trigger_high,
  (t.reason ->> 'usual_income')::numeric as trigger_former, t.reason ->> 'since' as trigger_since,
  (t.reason ->> 'fell_by')::double precision as trigger_fell_by, t.reason ->> 'measure' as trigger_measure,
  t.reason ->> 'compared_with' as trigger_compared_with, t.reason ->> 'ended_on' as trigger_ended_on,
  coalesce(f.name, t.reason ->> 'product') as trigger_fallen,
  (t.reason ->> 'maturing_accounts')::integer as trigger_maturing_accounts,
  (t.reason ->> 'open_accounts')::integer as trigger_open_accounts,
  array(
    select coalesce(n.name, e.code)
    from jsonb_array_elements_text(case when t.kind = 'welcome' then t.reason -> 'products' end)
      with ordinality as e(code, place)
    left join ({{known_products}}) n on n.bank_id = t.bank_id and n.product_code = e.code
    order by e.place) as trigger_products,
  l.at as last_at, l.kind as last_kind, l.product_name as last_product, l.to_state as last_state, l.note as last_note,
  array[t.reason ->> 'probability', t.reason ->> 'value', t.reason ->> 'context', t.reason ->> 'lever',
    t.reason ->> 'conversion', t.reason ->> 'qualification']::double precision[] as trigger_factors
from xsell.trigger t
left join lateral xsell.named_client(t.bank_id, t.client_id) c on true
left join ({{known_products}}) p on p.bank_id = t.bank_id and p.product_code = t.product_code
left join ({{known_products}}) f on f.bank_id = t.bank_id and f.product_code = t.reason ->> 'product'
left join lateral (
  -- What was said when the client was last called.
  select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, o.kind, coalesce(n.name, o.product_code) as product_name,
    e.to_state, e.note
  from xsell.trigger o
  join xsell.trigger_event e on e.trigger_id = o.trigger_id
  left join ({{known_products}}) n on n.bank_id = o.bank_id and n.product_code = o.product_code
  where o.bank_id = t.bank_id and o.client_id = t.client_id and e.actor <> 'nightly'
  order by e.event_id desc
  limit 1
) l on true

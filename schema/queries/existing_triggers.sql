-- Live triggers, the latest ended one of each client, kind and product, and all raised not long ago: what a night decides
-- from. Nothing raised after the as-of date. What a manager found out matters while the trigger lives.
with known as (
  select t.*, row_number() over (
      partition by client_id, kind, product_code order by cycle desc) = 1 as is_latest
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id') and t.raised_on <= current_setting('xsell.as_of')::date
)
select k.trigger_id::text, conversation_id::text, client_id, manager_id, branch, kind, product_code, state, cycle,
  raised_on, valid_until, snoozed_until, closed_on, refusal, ask_on,
  case when kind = 'renew' then (xsell.reason(reason) ->> 'since')::date end as due_on,
  case when kind = 'welcome' then array(select jsonb_array_elements_text(xsell.reason(reason) -> 'products')) else '{}'::text[] end
    as products,
  case when closed_on is null then coalesce(q.answers, '{}') else '{}' end as answers,
  coalesce(k.qualification::text, reason ->> 'qualification', '1') as qualification
from known k
left join (
  select l.trigger_id, array_agg(l.item || '=' || l.answer order by l.item) as answers
  from (
    select distinct on (q.trigger_id, q.item) q.trigger_id, q.item, q.answer
    from xsell.qualification q
    order by q.trigger_id, q.item, q.note_id desc
  ) l
  group by l.trigger_id
) q on q.trigger_id = k.trigger_id
where closed_on is null or is_latest
  or raised_on > current_setting('xsell.as_of')::date - current_setting('xsell.contact_window_days')::integer
order by client_id, k.trigger_id

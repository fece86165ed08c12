-- Live triggers, the latest ended one of each client, kind and product, and all raised not long ago: what a night decides
-- from. Nothing raised after the as-of date. What a manager found out matters while the trigger lives.
with known as (
  select t.*, row_number() over (
      partition by client_id, kind, product_code order by cycle desc) = 1 as is_latest
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id') and t.raised_on <= current_setting('xsell.as_of')::date
), maturity as (
  select t.trigger_id, t.client_id, t.product_code, t.raised_on, (xsell.reason(t.reason) ->> 'since')::date as due_on
  from xsell.trigger_record t
  where t.bank_id = current_setting('xsell.bank_id') and t.raised_on <= current_setting('xsell.as_of')::date
    and t.kind = 'renew' and t.state in ('open', 'accepted', 'snoozed')
), renewal as materialized (
  -- The money stays where an account was opened since, and the one that matures has done so or is gone; or where none has the
  -- maturity any longer and one that is open matures later. Another contract that matures later anyway is no renewal.
  -- A date that was moved was so by the day it fell on.
  select m.trigger_id,
    case
      when bool_or(a.is_open and a.opened_on > m.raised_on)
        and (m.due_on <= current_setting('xsell.as_of')::date or not bool_or(a.is_open and a.matures_on = m.due_on))
        then min(a.opened_on) filter (where a.is_open and a.opened_on > m.raised_on)
      when bool_or(a.is_open and a.matures_on > m.due_on) and not bool_or(a.matures_on = m.due_on)
        then least(m.due_on, current_setting('xsell.as_of')::date)
    end as renewed_on
  from maturity m
  join (
    -- Once through the accounts, however they are stored, and not at all where nothing matures.
    select client_id::bigint, product_code::text, opened_on, coalesce(matures_on, '-infinity') as matures_on,
      coalesce(closed_on > current_setting('xsell.as_of')::date, true) as is_open
    from source.account
    where bank_id = (select current_setting('xsell.bank_id'))
      and client_id::bigint = any (array(select client_id from maturity)) and exists (select from maturity)
      and coalesce(opened_on <= (select current_setting('xsell.as_of')::date) and isfinite(opened_on), true)
      and coalesce(isfinite(matures_on), true)
  ) a on a.client_id = m.client_id and a.product_code = m.product_code
  group by m.trigger_id, m.due_on
)
select k.trigger_id::text, conversation_id::text, client_id, manager_id, branch, kind, product_code, state, cycle,
  raised_on, valid_until, snoozed_until, closed_on, refusal, ask_on,
  case when kind = 'renew' then (xsell.reason(reason) ->> 'since')::date end as due_on,
  w.renewed_on,
  case when state = 'snoozed' then coalesce((
      select e.from_state = 'accepted'
      from xsell.event_record e
      where e.trigger_id = k.trigger_id and e.to_state = 'snoozed' and e.from_state <> 'snoozed'
      order by e.event_id desc limit 1
    ), false) else false end as was_accepted,
  case when kind = 'welcome' then array(select jsonb_array_elements_text(xsell.reason(reason) -> 'products')) else '{}'::text[] end
    as products,
  case when closed_on is null then coalesce(q.answers, '{}') else '{}' end as answers,
  coalesce(k.qualification::text, reason ->> 'qualification', '1') as qualification
from known k
left join (
  select l.trigger_id, array_agg(l.item || '=' || l.answer order by l.item) as answers
  from (
    select distinct on (q.trigger_id, q.item) q.trigger_id, q.item, q.answer
    from known o
    join xsell.qualification q on q.trigger_id = o.trigger_id
    where o.closed_on is null
    order by q.trigger_id, q.item, q.note_id desc
  ) l
  group by l.trigger_id
) q on q.trigger_id = k.trigger_id
left join renewal w on w.trigger_id = k.trigger_id
where closed_on is null or is_latest
  or raised_on > current_setting('xsell.as_of')::date - current_setting('xsell.contact_window_days')::integer
order by client_id, k.trigger_id

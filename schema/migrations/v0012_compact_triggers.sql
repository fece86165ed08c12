-- A raised trigger takes a third of what it took. Its reason named twenty keys, each as long as its value; now it names
-- none. And of its indexes and checks those go that say what others say.

create or replace view xsell.trigger with (security_invoker = true) as
select trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority,
  xsell.amount(expected_income) as expected_income, headline, null::jsonb as reason, raised_on, valid_until, cycle, snoozed_until,
  refusal, conversation_id, branch, ask_on
from xsell.trigger_record;

drop index xsell.trigger_one_open, xsell.trigger_one_cycle, xsell.event_by_trigger;
alter table xsell.trigger_record
  drop constraint conversation_is_known,
  alter column reason type json using reason::json,
  add column qualification double precision,
  add column raised_at timestamptz,
  add column raise_event bigint;
comment on column xsell.trigger_record.reason is
  'An object, or an array: number of the layout, then its values (xsell.reason makes the object of it). Text takes less than half of what jsonb takes, whose numbers are long.';
comment on column xsell.trigger_record.raise_event is
  'Number of the line of history that says it was raised, and raised_at its moment; null where xsell.event_record has that line.';
comment on column xsell.trigger_record.qualification is
  'What managers found out, as a factor of the priority: part of the reason; null where nothing, or where the reason has it.';

-- The layouts are those of TriggerGrounds: 1 gap, 2 retain, 3 win back, 4 welcome, 5 whatever comes with a date.
create function xsell.reason(stored json) returns jsonb language plpgsql immutable parallel safe as $$
declare
  v jsonb := stored;
  r jsonb;
begin
  if jsonb_typeof(v) = 'object' then return v; end if;
  r := jsonb_build_object('probability', v -> 1, 'value', v -> 2, 'context', v -> 3, 'lever', v -> 4, 'conversion', v -> 5,
    'conversion_by', jsonb_build_object(
      'kind', v -> 6 -> 0, 'product', v -> 6 -> 1, 'profile', v -> 6 -> 2, 'manager', v -> 6 -> 3),
    'stage', v -> 7);
  case (v -> 0)::integer
    when 1 then return r || jsonb_build_object('basis', v -> 8, 'horizon_months', v -> 9, 'cohort_level', v -> 10,
      'profile_id', v -> 11, 'profile', v -> 12, 'pinned', v -> 13, 'median_income', v -> 14, 'reference_members', v -> 15,
      'reference_holders', v -> 16, 'penetration', v -> 17, 'typical_income', v -> 18, 'income_low', v -> 19,
      'income_high', v -> 20);
    when 2 then return r || jsonb_build_object('monthly_income', v -> 8, 'usual_income', v -> 9, 'measure', v -> 10,
      'fell_by', v -> 11, 'compared_with', v -> 12, 'since', v -> 13, 'silent_months', v -> 14);
    when 3 then return r || jsonb_build_object('since', v -> 8, 'usual_income', v -> 9, 'silent_months', v -> 10);
    when 4 then return r || jsonb_build_object('since', v -> 8, 'typical_income', v -> 9, 'products', v -> 10);
    when 5 then return r || jsonb_build_object('since', v -> 8, 'typical_income', v -> 9, 'monthly_income', v -> 10);
    else return r;
  end case;
end $$;

-- A subquery of its own: whoever asks for several keys has the object made once, who asks for none has none made.
create or replace view xsell.trigger with (security_invoker = true) as
select t.trigger_id, t.bank_id, t.manager_id, t.client_id, t.kind, t.product_code, t.state, t.priority,
  xsell.amount(t.expected_income) as expected_income, t.headline, r.reason, t.raised_on, t.valid_until, t.cycle,
  t.snoozed_until, t.refusal, t.conversation_id, t.branch, t.ask_on
from xsell.trigger_record t
cross join lateral (
  select case when t.qualification is null then xsell.reason(t.reason)
    else xsell.reason(t.reason) || jsonb_build_object('qualification', t.qualification) end as reason
  offset 0
) r;

-- One index for "one open trigger a client and product" and for all triggers of a client: whatever has ended has no value
-- there, which is like no other. One trigger a cycle: trigger_id is a hash of bank, client, kind, product and cycle.
create unique index trigger_one_open on xsell.trigger_record
  (bank_id, client_id, coalesce(product_code, ''), (case when state in ('open', 'accepted', 'snoozed') then true end));

-- Every trigger has been raised: that line of history stands in its own row. Lines of history, and a night's calls, are
-- written with the trigger that they are about, which a check of every single one would lock; that it stays is kept here.
alter table xsell.event_record
  drop constraint event_record_trigger_id_fkey,
  drop constraint event_record_pkey,
  add primary key (trigger_id, event_id);
create trigger trigger_stays before delete or truncate on xsell.trigger_record
  for each statement execute function xsell.refuse_change();
create trigger conversation_stays before delete or truncate on xsell.conversation_record
  for each statement execute function xsell.refuse_change();
create trigger raising_stays before update of raised_at, raise_event on xsell.trigger_record
  for each statement execute function xsell.refuse_change();

create or replace view xsell.trigger_event with (security_invoker = true) as
select trigger_id, at, actor, from_state, to_state, note, event_id
from xsell.event_record
union all
select trigger_id, raised_at, 'nightly', null, 'open', null, raise_event
from xsell.trigger_record
where raise_event is not null;

-- What a manager's functions write is what the program would have: whoever has SQL of his own can leave nothing that a night
-- cannot read.
create or replace function xsell.answer_call(
  call uuid, before text, after text, snoozed_until date, refusal text, closed_on date, actor text, note text, ask_on date
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  earliest date;
  latest date;
begin
  if not xsell.answers(call) then return; end if;
  -- As TriggerDesk has it: an answer is dated two months after the last night at most, and puts off for a year at most.
  select t.raised_on, greatest(p.as_of, t.raised_on) + 62 into earliest, latest
  from xsell.trigger_record t
  left join xsell.publication p on p.bank_id = t.bank_id
  where t.trigger_id = call and t.state = before and t.closed_on is null
  for update of t;
  if not found then return; end if;
  if (after in ('accepted', 'declined', 'snoozed', 'won', 'lost')
    and (after = 'snoozed') = (snoozed_until is not null)
    and (after in ('declined', 'won', 'lost')) = (closed_on is not null)
    and (after = 'declined') = (refusal is not null)
    and (after = 'declined' or ask_on is null)
    and coalesce(refusal in ('no_need', 'has_it_elsewhere', 'price', 'not_now', 'wrong_data', 'other'), true)
    and coalesce(closed_on between earliest and latest, true)
    and coalesce(snoozed_until between earliest and latest + 366, true)
    and coalesce(ask_on between earliest and latest + 366, true)) is not true
  then
    raise exception 'no such answer' using errcode = 'check_violation';
  end if;
  update xsell.trigger_record t
  set state = after, snoozed_until = answer_call.snoozed_until, refusal = answer_call.refusal,
    closed_on = answer_call.closed_on, ask_on = answer_call.ask_on
  where t.trigger_id = call;
  insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
  values (call, clock_timestamp(), xsell.actor(actor), before, after, note);
end $$;

create or replace function xsell.qualify_call(
  call uuid, state text, items text[], answers text[], notes text[], actor text, line text
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  if not xsell.answers(call) then return; end if;
  perform from xsell.trigger_record t where t.trigger_id = call and t.state = state and t.closed_on is null for update of t;
  if not found then return; end if;
  insert into xsell.qualification (trigger_id, actor, item, answer, note)
  select call, xsell.actor(actor), c.item, c.answer, nullif(c.note, '')
  from unnest(items, answers, notes) with ordinality as c(item, answer, note, place)
  order by c.place;
  insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
  values (call, clock_timestamp(), xsell.actor(actor), state, state, line);
end $$;

-- Months from the first to before the last; those that a night would set aside are left out: that stand twice, begin on
-- another day, or are absurd by the policy built in.
create or replace function xsell.income_by_month(bank text, client bigint, first date, before date)
returns table (month date, income bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 12 as $$
#variable_conflict use_variable
begin
  if not xsell.sees_client(bank, client) then return; end if;
  return query
    select s.month, (sum(round(s.income, 2)) * 100)::bigint
    from (
      select m.month::date as month, max(m.income) as income
      from source.product_month m
      where m.bank_id = bank and m.client_id = client and m.month >= first and m.month < before
        and m.month = date_trunc('month', m.month::timestamp)
      group by m.product_code, m.month
      having count(*) = 1
    ) s
    where abs(s.income) <= 1000000000000
    group by s.month;
end $$;

comment on column xsell.client_standing.grounds is
  'Hash of all that the client''s rows follow from (Nightly/RowGrounds.swift): as long as it is the same they are not made again; null = unknown.';

comment on column xsell.lesson.policy_hash is
  'Of what of the policy is learned by: not of the sections that say which calls are made.';

-- An answer is dated by the last night that had the calls in hand. What the views show may be a look back at an earlier date, by which
-- a refusal would be over before its time. What another has got meanwhile is refused, and not passed over in silence.
create function xsell.last_night(bank text) returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  return greatest(
    (select p.as_of from xsell.publication p where p.bank_id = bank),
    (select max(a.as_of) from xsell.attempt a where a.bank_id = bank and a.state in ('published', 'superseded')));
end $$;
comment on function xsell.last_night(text) is 'As-of date of the bank''s latest night, whatever its views show now.';
revoke execute on function xsell.last_night(text) from public;

create or replace function xsell.hold_call(call uuid) returns table (state text, raised_on date, earliest date)
language plpgsql security definer set search_path = pg_catalog, pg_temp rows 1 as $$
begin
  if not xsell.answers(call) then return; end if;
  perform from xsell.trigger_record t where t.trigger_id = call for update of t;
  -- A night may have moved it while it was waited for.
  if not xsell.answers(call) then return; end if;
  return query
    select t.state, t.raised_on, greatest(xsell.last_night(t.bank_id), t.raised_on)
    from xsell.trigger_record t
    where t.trigger_id = call;
end $$;

create or replace function xsell.answer_call(
  call uuid, before text, after text, snoozed_until date, refusal text, closed_on date, actor text, note text, ask_on date
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  earliest date;
  latest date;
begin
  -- As TriggerDesk has it: an answer is dated two months after the last night at most, and puts off for a year at most.
  select h.raised_on, h.earliest + 62 into earliest, latest from xsell.hold_call(call) h;
  if not found then raise exception 'the call is another''s' using errcode = 'no_data_found'; end if;
  perform from xsell.trigger_record t where t.trigger_id = call and t.state = before and t.closed_on is null;
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
  perform from xsell.hold_call(call);
  if not found then raise exception 'the call is another''s' using errcode = 'no_data_found'; end if;
  perform from xsell.trigger_record t where t.trigger_id = call and t.state = state and t.closed_on is null;
  if not found then return; end if;
  insert into xsell.qualification (trigger_id, actor, item, answer, note)
  select call, xsell.actor(actor), c.item, c.answer, nullif(c.note, '')
  from unnest(items, answers, notes) with ordinality as c(item, answer, note, place)
  order by c.place;
  insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
  values (call, clock_timestamp(), xsell.actor(actor), state, state, line);
end $$;

-- Who sees what, as the database's last word: a manager with a database role of his own (source.manager.login) sees his own
-- clients and calls, the queues that he takes calls from, and the clients of calls that he has taken over. The owner of these
-- tables, who runs the nights, is shown everything; so is whoever may execute xsell.every_client(), and whom row-level security
-- does not concern at all.

create function xsell.every_client() returns boolean language sql immutable return true;
comment on function xsell.every_client() is
  'Whoever may execute this sees every client of every bank, as far as tables and views are granted; it is never called.';
revoke execute on function xsell.every_client() from public;

-- The role that a session speaks for, whatever function asks on its behalf: a function with its owner's rights cannot tell by
-- current_user. Not in a parallel worker, to which the role of SET ROLE is not told.
create function xsell.caller() returns name language sql stable parallel restricted
  return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;

create function xsell.sees_every_client() returns boolean language sql stable parallel restricted
  return has_function_privilege(xsell.caller(), 'xsell.every_client()'::regprocedure, 'execute')
    or exists (select from pg_catalog.pg_roles r where r.rolname = xsell.caller() and r.rolbypassrls);

-- The functions that tell who the caller is to a client have their owner's rights, so that policies can ask them of tables
-- that the caller cannot read; none takes a role, or it would tell of others.
create function xsell.desks() returns table (bank_id text, manager_id bigint, branch text)
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp rows 1 as $$
declare
  -- Asked once, not of every manager.
  reader constant name := xsell.caller();
begin
  if to_regclass('source.manager') is null then return; end if;
  return query
    select m.bank_id::text, m.manager_id::bigint, coalesce(m.branch, '')::text
    from source.manager m
    where m.login = reader and m.active and m.bank_id is not null and m.manager_id is not null;
end $$;
comment on function xsell.desks() is 'The active managers who log in with the caller''s role.';

create function xsell.queues() returns table (bank_id text, branch text)
language sql stable parallel restricted rows 1 as $$
  select d.bank_id, d.branch from xsell.desks() d union select d.bank_id, '' from xsell.desks() d
$$;
comment on function xsell.queues() is 'Where calls without a manager wait for those managers: the queue of their branch, and the bank''s own.';

create function xsell.called_clients() returns table (bank_id text, client_id bigint)
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.bank_id, t.client_id
    from xsell.desks() d
    join xsell.trigger_record t on t.bank_id = d.bank_id and t.manager_id = d.manager_id
    where t.state in ('open', 'accepted', 'snoozed')
    union
    select t.bank_id, t.client_id
    from xsell.queues() q
    join xsell.trigger_record t on t.bank_id = q.bank_id and t.branch = q.branch
    where t.manager_id is null and t.state in ('open', 'accepted', 'snoozed');
end $$;
comment on function xsell.called_clients() is 'Clients of live calls that stand with the caller or in his queues.';

create function xsell.sees_client(bank text, client bigint) returns boolean
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
  return xsell.sees_every_client()
    or exists (
      select from xsell.client_result r
      join xsell.desks() d on d.bank_id = r.bank_id and d.manager_id = r.manager_id
      where r.bank_id = bank and r.client_id = client)
    -- By key, not from called_clients(): a queue may hold most of a bank.
    or exists (
      select from xsell.trigger_record t
      where t.bank_id = bank and t.client_id = client and t.state in ('open', 'accepted', 'snoozed')
        and ((t.bank_id, t.manager_id) in (select d.bank_id, d.manager_id from xsell.desks() d)
          or t.manager_id is null and (t.bank_id, t.branch) in (select q.bank_id, q.branch from xsell.queues() q)));
end $$;
comment on function xsell.sees_client(text, bigint) is 'Whether the client is one of the caller''s: by the last publication, or by a live call.';

-- Rows of clients; what is told of a bank as a whole (publication, cohorts, profiles, survival) is no secret among those to whom
-- it is granted. Whoever sees everything does with them what is granted; a manager reads, and answers by the functions below. What is
-- told of a client is seen by whoever sees its result; so are the calls that were another's before. Asked as sub-queries, which
-- PostgreSQL answers once for a whole table and by key for a few rows.
create policy own_clients on xsell.client_result for select using (
  (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks() d)
  or (bank_id, client_id) in (select c.bank_id, c.client_id from xsell.called_clients() c));
create policy own_calls on xsell.trigger_record for select using (
  (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks() d)
  or manager_id is null and (bank_id, branch) in (select q.bank_id, q.branch from xsell.queues() q)
  or exists (
    select from xsell.client_result r
    where r.bank_id = trigger_record.bank_id and r.client_id = trigger_record.client_id));
create policy of_own_calls on xsell.event_record for select using (
  exists (select from xsell.trigger_record t where t.trigger_id = event_record.trigger_id));
create policy of_own_calls on xsell.qualification for select using (
  exists (select from xsell.trigger_record t where t.trigger_id = qualification.trigger_id));

create policy own_absence on xsell.absence using (
  (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks() d));
-- Nobody notes anything in another's name.
create policy in_own_name on xsell.absence as restrictive for insert with check (
  noted_by = xsell.caller() or (select xsell.sees_every_client()));

do $$
declare
  held text;
begin
  foreach held in array array['client_standing', 'stage_change', 'conversation_record']
  loop
    execute format('create policy own_clients on xsell.%1$I for select using (exists (
      select from xsell.client_result r where r.bank_id = %1$I.bank_id and r.client_id = %1$I.client_id))', held);
  end loop;
  foreach held in array array[
    'trigger_record', 'event_record', 'qualification', 'client_result', 'client_standing', 'stage_change',
    'conversation_record', 'absence', 'client_activity']
  loop
    execute format('alter table xsell.%I enable row level security', held);
    execute format('create policy every_client on xsell.%I using ((select xsell.sees_every_client()))', held);
  end loop;
end $$;

-- Who sees what is recommended need not see the triggers: then it reads as the night left it.
create or replace function xsell.is_answered(bank text, client bigint, product text) returns boolean
language plpgsql stable parallel safe security invoker as $$
begin
  if not has_table_privilege('xsell.trigger_record', 'select') then return false; end if;
  return (
    select coalesce(bool_and(t.closed_on is not null), false)
    from xsell.trigger_record t
    where t.bank_id = bank and t.client_id = client and t.product_code = product);
end $$;

-- Answers. What managers may not write themselves these functions write for them: the new state of a call that is live and
-- the caller's, or anybody's for whoever sees every client, always with its line of history, and in nobody else's name.
create function xsell.answers(call uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return xsell.sees_every_client() or exists (
    select from xsell.trigger_record t
    where t.trigger_id = call
      and ((t.bank_id, t.manager_id) in (select d.bank_id, d.manager_id from xsell.desks() d)
        or t.manager_id is null and (t.bank_id, t.branch) in (select q.bank_id, q.branch from xsell.queues() q)));
end $$;
comment on function xsell.answers(uuid) is 'Whether the caller answers the call: it stands with him or in one of his queues.';

create function xsell.actor(named text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if named is null or named = xsell.caller() or xsell.sees_every_client() then return coalesce(named, xsell.caller()); end if;
  raise exception 'nobody answers in another''s name' using errcode = 'insufficient_privilege';
end $$;
comment on function xsell.actor(text) is 'Whom the history names: the caller, or whom one names who sees every client.';

create function xsell.hold_call(call uuid) returns table (state text, raised_on date, earliest date)
language plpgsql security definer set search_path = pg_catalog, pg_temp rows 1 as $$
begin
  if not xsell.answers(call) then return; end if;
  return query
    select t.state, t.raised_on, greatest(p.as_of, t.raised_on)
    from xsell.trigger_record t
    left join xsell.publication p on p.bank_id = t.bank_id
    where t.trigger_id = call
    for update of t;
end $$;
comment on function xsell.hold_call(uuid) is
  'The call that is about to be answered, held until the transaction ends; earliest = the first date on which it can be.';

create function xsell.answer_call(
  call uuid, before text, after text, snoozed_until date, refusal text, closed_on date, actor text, note text, ask_on date
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  if not xsell.answers(call) then return; end if;
  update xsell.trigger_record t
  set state = after, snoozed_until = answer_call.snoozed_until, refusal = answer_call.refusal,
    closed_on = answer_call.closed_on, ask_on = answer_call.ask_on
  where t.trigger_id = call and t.state = before and t.closed_on is null;
  if found then
    insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
    values (call, clock_timestamp(), xsell.actor(actor), before, after, note);
  end if;
end $$;

create function xsell.qualify_call(call uuid, state text, items text[], answers text[], notes text[], actor text, line text)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  if not xsell.answers(call) then return; end if;
  insert into xsell.qualification (trigger_id, actor, item, answer, note)
  select call, xsell.actor(actor), c.item, c.answer, nullif(c.note, '')
  from unnest(items, answers, notes) with ordinality as c(item, answer, note, place)
  order by c.place;
  insert into xsell.event_record (trigger_id, at, actor, from_state, to_state, note)
  values (call, clock_timestamp(), xsell.actor(actor), state, state, line);
end $$;

-- What people are shown of a client that the results do not repeat: its names and its income month by month. One row of a
-- client, whatever the source repeats.
create function xsell.numbered_client(bank text, number text)
returns table (client_id bigint, client_no text, name text, region text, industry text, manager_id bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_variable
begin
  return query
    select c.client_id::bigint, c.client_no::text, nullif(c.name::text, ''), nullif(c.region::text, ''),
      nullif(c.industry::text, ''), c.manager_id::bigint
    from source.client c
    where c.bank_id = bank and c.client_no = number and c.client_id is not null
      and xsell.sees_client(bank, c.client_id::bigint)
    order by c.client_id, c.name collate "C", c.manager_id
    limit 1;
end $$;

create function xsell.named_client(bank text, client bigint) returns table (client_no text, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_variable
begin
  if not xsell.sees_client(bank, client) then return; end if;
  return query
    select c.client_no::text, nullif(c.name::text, '')
    from source.client c
    where c.bank_id = bank and c.client_id = client
    order by c.client_no collate "C", c.name collate "C"
    limit 1;
end $$;

-- Months from the first to before the last; those that a night would set aside as absurd by the policy built in are left out.
create function xsell.income_by_month(bank text, client bigint, first date, before date)
returns table (month date, income bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 12 as $$
#variable_conflict use_variable
begin
  if not xsell.sees_client(bank, client) then return; end if;
  return query
    select m.month::date, (sum(round(m.income, 2)) * 100)::bigint
    from source.product_month m
    where m.bank_id = bank and m.client_id = client and abs(m.income) <= 1000000000000
      and m.month >= first and m.month < before
    group by m.month;
end $$;

revoke execute on function
  xsell.hold_call, xsell.answer_call, xsell.qualify_call, xsell.numbered_client, xsell.named_client, xsell.income_by_month
from public;

-- Whoever could so far read, answer or look up names still can, and see as much as before. Managers who could among them:
-- xsell migrate --managers says so.
do $$
declare
  holder record;
begin
  for holder in
    select a.grantee, case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as name,
      case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end as role,
      bool_or(c.relname = 'trigger_record' and a.privilege_type = 'UPDATE') as answers
    from pg_class c
    cross join lateral (
      select x.grantee, x.privilege_type from aclexplode(c.relacl) x
      union
      select x.grantee, x.privilege_type from pg_attribute t, aclexplode(t.attacl) x where t.attrelid = c.oid
    ) a
    where c.relnamespace = 'xsell'::regnamespace and c.relrowsecurity and a.grantee <> c.relowner
    group by a.grantee
    union
    select oid, oid::regrole::text, rolname::text, false from pg_roles where rolname = 'pg_read_all_data'
  loop
    execute 'grant execute on function xsell.every_client() to ' || holder.name;
    -- Which the policies of other tables ask.
    execute 'grant select (bank_id, client_id, manager_id) on xsell.client_result to ' || holder.name;
    if to_regclass('source.client') is not null and has_table_privilege(holder.role, 'source.client', 'select') then
      execute 'grant execute on function xsell.numbered_client, xsell.named_client, xsell.income_by_month to ' || holder.name;
    end if;
    if holder.answers then
      execute 'grant execute on function xsell.hold_call, xsell.answer_call, xsell.qualify_call to ' || holder.name;
    end if;
  end loop;
end $$;

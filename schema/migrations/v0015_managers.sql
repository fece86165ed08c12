-- Who sees what, as the database's last word: a manager with a database role of his own (source.manager.login) sees his own
-- clients and calls, his branch's queue, and the clients of the calls that he has taken over. The owner of these tables, who
-- runs the nights, sees everything, and so does whoever may execute xsell.every_client().

create function xsell.every_client() returns boolean language sql immutable return true;
comment on function xsell.every_client() is
  'Whoever may execute this sees every client of every bank, as far as tables and views are granted; it is never called.';
revoke execute on function xsell.every_client() from public;
-- Who could read all so far still can.
do $$
declare
  reader oid;
begin
  for reader in
    select distinct a.grantee
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'xsell'::regnamespace and a.privilege_type = 'SELECT' and a.grantee <> c.relowner
  loop
    execute format('grant execute on function xsell.every_client() to %s',
      case when reader = 0 then 'public' else reader::regrole::text end);
  end loop;
end $$;

create function xsell.sees_every_client(reader name) returns boolean language sql stable parallel safe
  return has_function_privilege(reader, 'xsell.every_client()', 'execute');

-- With its owner's rights, as are the others that read the source: it is not granted to managers.
create function xsell.desks(reader name) returns table (bank_id text, manager_id bigint, branch text)
language plpgsql stable parallel safe security definer set search_path = pg_catalog rows 1 as $$
begin
  if to_regclass('source.manager') is null then return; end if;
  return query
    select m.bank_id::text, m.manager_id::bigint, coalesce(m.branch, '')::text
    from source.manager m
    where m.login = reader and m.active and m.bank_id is not null and m.manager_id is not null;
end $$;
comment on function xsell.desks(name) is 'The active managers who log in with the role.';

create function xsell.queues(reader name) returns table (bank_id text, branch text)
language sql stable parallel safe rows 1 as $$
  select d.bank_id, d.branch from xsell.desks(reader) d union select d.bank_id, '' from xsell.desks(reader) d
$$;
comment on function xsell.queues(name) is 'Where calls without a manager wait for those managers: the queue of their branch, and the bank''s own.';

create function xsell.sees_client(reader name, bank text, client bigint) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog cost 10000 as $$
begin
  return xsell.sees_every_client(reader)
    or exists (
      select from xsell.client_result r
      join xsell.desks(reader) d on d.bank_id = r.bank_id and d.manager_id = r.manager_id
      where r.bank_id = bank and r.client_id = client)
    or exists (
      select from xsell.trigger_record t
      where t.bank_id = bank and t.client_id = client and t.closed_on is null
        and ((t.bank_id, t.manager_id) in (select d.bank_id, d.manager_id from xsell.desks(reader) d)
          or t.manager_id is null and (t.bank_id, t.branch) in (select q.bank_id, q.branch from xsell.queues(reader) q)));
end $$;
comment on function xsell.sees_client(name, text, bigint) is 'Whether the client is one of the role''s: by the last publication, or by a live call.';

-- Live calls that whoever asks may see; nobody's where triggers are not granted, so that cards can be without them.
create function xsell.called_clients() returns table (bank_id text, client_id bigint)
language plpgsql stable parallel safe as $$
begin
  if not has_table_privilege('xsell.trigger_record', 'select') then return; end if;
  return query select t.bank_id, t.client_id from xsell.trigger_record t where t.closed_on is null;
end $$;

alter table xsell.trigger_record enable row level security;
create policy own_calls on xsell.trigger_record using (
  (select xsell.sees_every_client(current_user))
  or (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks(current_user) d)
  or manager_id is null and (bank_id, branch) in (select q.bank_id, q.branch from xsell.queues(current_user) q));

alter table xsell.event_record enable row level security;
create policy of_own_calls on xsell.event_record for select using (
  (select xsell.sees_every_client(current_user))
  or exists (select from xsell.trigger_record t where t.trigger_id = event_record.trigger_id));
-- Nobody answers in another's name but who sees everything, such as a CRM that speaks for all.
create policy in_own_name on xsell.event_record for insert with check (
  ((select xsell.sees_every_client(current_user)) or actor = current_user)
  and exists (select from xsell.trigger_record t where t.trigger_id = event_record.trigger_id));

alter table xsell.qualification enable row level security;
create policy of_own_calls on xsell.qualification for select using (
  (select xsell.sees_every_client(current_user))
  or exists (select from xsell.trigger_record t where t.trigger_id = qualification.trigger_id));
create policy in_own_name on xsell.qualification for insert with check (
  ((select xsell.sees_every_client(current_user)) or actor = current_user)
  and exists (select from xsell.trigger_record t where t.trigger_id = qualification.trigger_id));

alter table xsell.client_result enable row level security;
create policy own_clients on xsell.client_result for select using (
  (select xsell.sees_every_client(current_user))
  or (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks(current_user) d)
  or (bank_id, client_id) in (select c.bank_id, c.client_id from xsell.called_clients() c));

alter table xsell.client_standing enable row level security;
create policy own_clients on xsell.client_standing for select using (
  (select xsell.sees_every_client(current_user)) or xsell.sees_client(current_user, bank_id, client_id));
alter table xsell.stage_change enable row level security;
create policy own_clients on xsell.stage_change for select using (
  (select xsell.sees_every_client(current_user)) or xsell.sees_client(current_user, bank_id, client_id));
alter table xsell.conversation_record enable row level security;
create policy own_clients on xsell.conversation_record for select using (
  (select xsell.sees_every_client(current_user)) or xsell.sees_client(current_user, bank_id, client_id));

alter table xsell.absence enable row level security;
create policy own_absence on xsell.absence using (
  (select xsell.sees_every_client(current_user))
  or (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks(current_user) d))
with check (
  (select xsell.sees_every_client(current_user))
  or noted_by = current_user and (bank_id, manager_id) in (select d.bank_id, d.manager_id from xsell.desks(current_user) d));

-- What is told of a bank and not of its clients.
do $$
declare
  told text;
begin
  foreach told in array array[
    'publication', 'cohort', 'profile_fact', 'profile_product_fact', 'life_value_fact', 'survival_fact']
  loop
    execute format('alter table xsell.%I enable row level security', told);
    execute format(
      'create policy own_bank on xsell.%I for select using ((select xsell.sees_every_client(current_user))
        or bank_id in (select d.bank_id from xsell.desks(current_user) d))', told);
  end loop;
end $$;

-- The role that a session speaks for, whatever function asks on its behalf.
create function xsell.caller() returns name language sql stable parallel restricted
  return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;

-- What people are shown of a client that the results do not repeat: its names and its income month by month. One row of a
-- client, whatever the source repeats.
create function xsell.numbered_client(bank text, number text)
returns table (client_id bigint, client_no text, name text, region text, industry text, manager_id bigint)
language plpgsql stable security definer set search_path = pg_catalog rows 1 as $$
begin
  return query
    select c.client_id::bigint, c.client_no::text, nullif(c.name::text, ''), nullif(c.region::text, ''),
      nullif(c.industry::text, ''), c.manager_id::bigint
    from source.client c
    where c.bank_id = bank and c.client_no = number and c.client_id is not null
      and xsell.sees_client(xsell.caller(), bank, c.client_id::bigint)
    order by c.client_id, c.name collate "C", c.manager_id
    limit 1;
end $$;

create function xsell.named_client(bank text, client bigint) returns table (client_no text, name text)
language plpgsql stable security definer set search_path = pg_catalog rows 1 as $$
begin
  if not xsell.sees_client(xsell.caller(), bank, client) then return; end if;
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
language plpgsql stable security definer set search_path = pg_catalog rows 12 as $$
begin
  if not xsell.sees_client(xsell.caller(), bank, client) then return; end if;
  return query
    select m.month::date, (sum(round(m.income, 2)) * 100)::bigint
    from source.product_month m
    where m.bank_id = bank and m.client_id = client and abs(m.income) <= 1000000000000
      and m.month >= first and m.month < before
    group by m.month;
end $$;

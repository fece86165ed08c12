-- Conversations: what is raised for a client on one night is one call. Further kinds of triggers, the queues of branches,
-- absences of managers, what they find out about a client, and the day a client wants to be asked again.

create table xsell.conversation_record (
  conversation_id uuid primary key,
  bank_id         text not null,
  client_id       bigint not null,
  raised_on       date not null,
  headline        text not null
);
comment on table xsell.conversation_record is
  'One call to one client: its triggers stand in xsell.trigger_record, each with its own state and history.';

alter table xsell.trigger_record
  drop constraint trigger_record_kind_check,
  add constraint trigger_record_kind_check check (
    kind in ('retain', 'win_back', 'returned', 'welcome', 'renew', 'offer', 'activate', 'deepen')),
  add column conversation_id uuid,
  add column branch text,
  add column ask_on date;
comment on column xsell.trigger_record.branch is
  'Whose queue it stands in while no manager has it; empty = the bank''s own.';
comment on column xsell.trigger_record.ask_on is 'Of a refusal: the day from which the client wants to be asked again.';

-- Triggers of before: one conversation a client and date, under the headline of its best.
update xsell.trigger_record
set conversation_id = md5(bank_id || ':' || client_id || ':' || raised_on)::uuid,
  branch = case when manager_id is null then '' end;
insert into xsell.conversation_record
select conversation_id, bank_id, client_id, raised_on, (array_agg(headline order by priority desc, trigger_id))[1]
from xsell.trigger_record
group by conversation_id, bank_id, client_id, raised_on;

alter table xsell.trigger_record
  alter column conversation_id set not null,
  add constraint conversation_is_known foreign key (conversation_id) references xsell.conversation_record,
  add constraint stands_on_one_desk check ((manager_id is null) = (branch is not null));
create index trigger_by_branch on xsell.trigger_record (bank_id, branch)
  where manager_id is null and state in ('open', 'accepted', 'snoozed');

create table xsell.absence (
  absence_id bigint generated always as identity primary key,
  bank_id    text not null,
  manager_id bigint not null,
  from_date  date not null,
  until_date date check (until_date >= from_date),
  deputy_id  bigint check (deputy_id <> manager_id),
  noted_by   text not null,
  noted_at   timestamptz not null default clock_timestamp()
);
comment on table xsell.absence is
  'When a manager is away, both days included (null = until said otherwise), and who takes the calls; nobody = the branch''s queue.';
create index absence_by_manager on xsell.absence (bank_id, manager_id);

create table xsell.qualification (
  note_id    bigint generated always as identity primary key,
  trigger_id uuid not null references xsell.trigger_record,
  at         timestamptz not null default clock_timestamp(),
  actor      text not null,
  item       text not null check (
    item in ('metrics', 'economic_buyer', 'decision_criteria', 'decision_process', 'identified_pain', 'champion')),
  answer     text not null check (answer in ('yes', 'no', 'unknown')),
  note       text
);
comment on table xsell.qualification is
  'What managers found out by the MEDDIC check-list; of an item the latest line counts.';
create index qualification_by_trigger on xsell.qualification (trigger_id, note_id);
create trigger qualification_append_only before update or delete or truncate on xsell.qualification
  for each statement execute function xsell.refuse_change();

insert into xsell.status_name values (29, 'suppressed', 'not_due');

create or replace view xsell.trigger with (security_invoker = true) as
select trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority,
  xsell.amount(expected_income) as expected_income, headline, reason, raised_on, valid_until, cycle, snoozed_until, refusal,
  conversation_id, branch, ask_on
from xsell.trigger_record;

create view xsell.conversation with (security_invoker = true) as
select c.conversation_id, c.bank_id, c.client_id, max(t.manager_id) as manager_id, max(t.branch) as branch, c.headline,
  c.raised_on, count(*)::integer as triggers,
  (count(*) filter (where t.closed_on is null))::integer as live_triggers,
  sum(t.priority) filter (where t.closed_on is null) as priority,
  xsell.amount((sum(t.expected_income) filter (where t.closed_on is null))::bigint) as expected_income
from xsell.conversation_record c
join xsell.trigger_record t using (conversation_id)
group by c.conversation_id;

-- Storage of xsell. Amounts are bigint minor units (a NaN cannot get in), facts of a profile are kept once and the
-- facts of a client in arrays of one row; the public views (v0002) compose them.

create table xsell.attempt (
  attempt_id  uuid primary key,
  bank_id     text not null,
  as_of       date not null,
  kind        text not null check (kind in ('nightly')),
  state       text not null check (state in ('running', 'published', 'superseded', 'unchanged', 'failed', 'abandoned')),
  run_id      uuid,
  started_at  timestamptz not null,
  finished_at timestamptz,
  stages      jsonb not null default '{}',
  manifest    jsonb not null default '{}',
  failure     text
);
comment on table xsell.attempt is 'The run ledger: every start of the nightly job and how it ended.';
comment on column xsell.attempt.run_id is
  'Identity of the result: a hash of input, policy, seed, model and version, equal for equal results; null until known.';
create index attempt_by_bank on xsell.attempt (bank_id, started_at desc);
create unique index attempt_published on xsell.attempt (run_id) where state = 'published';
create unique index attempt_running on xsell.attempt (bank_id) where state = 'running';

create table xsell.publication (
  bank_id   text primary key,
  run_id    uuid not null,
  as_of     date not null,
  horizon_months smallint not null,
  basis     text not null check (basis in ('transitions', 'holding', 'penetration')),
  products  text[] not null,
  currency  text not null,
  locale    text not null
);
comment on table xsell.publication is 'What the views show: one run a bank. Client arrays speak of products by position in `products` (0 = first).';

create table xsell.cohort (
  bank_id   text not null,
  cohort_id integer not null,
  level     text not null,
  region    text,
  industry  text,
  name      text not null,
  members   integer not null,
  primary key (bank_id, cohort_id)
);

-- `profile` is the profile's position tonight, `profile_id` what it is known by from night to night.
create table xsell.profile_fact (
  bank_id        text not null,
  cohort_id      integer not null,
  profile        smallint not null,
  profile_id     integer not null,
  name           text not null,
  pinned         boolean not null,
  members        integer not null,
  typical_income bigint,
  ideal_income   bigint,
  primary key (bank_id, cohort_id, profile)
);

create table xsell.profile_product_fact (
  bank_id            text not null,
  cohort_id          integer not null,
  profile            smallint not null,
  product            smallint not null,
  characteristic     boolean not null,
  member_count       integer not null,
  reference_members  integer not null,
  reference_holders  integer not null,
  penetration        real not null check (penetration between 0 and 1),
  typical_income     bigint,
  ideal_income       bigint,
  typical_operations real,
  primary key (bank_id, cohort_id, profile, product)
);

create table xsell.profile_model (
  bank_id       text not null,
  as_of         date not null,
  parameters    double precision[] not null,
  products      text[] not null,
  profile_ids   integer[] not null,
  profile_names text[] not null,
  baseline      integer[] not null,
  next_id       integer not null,
  primary key (bank_id, as_of)
);
comment on table xsell.profile_model is
  'Fitted profiles, kept so that a profile keeps its identity overnight; a run uses the latest from before its as-of date.';

-- `previous_stage` is what the stage leaned on: a night that is run again leans on the same.
create table xsell.client_result (
  bank_id          text not null,
  client_id        bigint not null,
  client_no        text not null,
  manager_id       bigint,
  cohort_id        integer not null,
  own_profile      smallint not null,
  membership       real not null check (membership between 0 and 1),
  stage            text,
  previous_stage   text,
  rfm_segment      text,
  tenure_months    integer,
  monthly_income   bigint,
  typical_income   bigint,
  ideal_income     bigint,
  potential_income bigint check (potential_income >= 0),
  potential_low    bigint check (potential_low >= 0),
  potential_high   bigint check (potential_high >= 0),
  expected_income  bigint check (expected_income >= 0),
  in_control_group boolean not null,
  -- One element a recommended product: first what is not held, best first, then what is held but dormant or under-used.
  product          smallint[] not null,
  kind             smallint[] not null,
  status           smallint[] not null,
  status_product   smallint[] not null,
  counted          smallint[] not null,
  profile          smallint[] not null,
  members          integer[] not null,
  holders          integer[] not null,
  penetration      real[] not null,
  probability      real[] not null,
  typical          bigint[] not null,
  low              bigint[] not null,
  high             bigint[] not null,
  expected         bigint[] not null,
  -- The three inputs that moved the probability most: code of the input, negative where it lowers, 0 = none.
  drivers          smallint[] not null,
  primary key (bank_id, client_id)
);

create table xsell.trigger_record (
  trigger_id      uuid primary key,
  bank_id         text not null,
  manager_id      bigint,
  client_id       bigint not null,
  kind            text not null check (kind in ('offer', 'activate', 'deepen', 'retain')),
  product_code    text,
  state           text not null check (state in ('open', 'accepted', 'snoozed', 'declined', 'won', 'lost', 'expired', 'withdrawn')),
  priority        double precision not null check (priority >= 0 and priority < 'Infinity'),
  expected_income bigint check (expected_income >= 0),
  headline        text not null,
  reason          jsonb not null,
  raised_on       date not null,
  valid_until     date not null check (valid_until >= raised_on),
  snoozed_until   date,
  refusal         text,
  closed_on       date,
  cycle           integer not null check (cycle >= 1),
  constraint final_states_are_closed check ((state in ('declined', 'won', 'lost', 'expired', 'withdrawn')) = (closed_on is not null)),
  constraint snoozed_has_a_date check (state <> 'snoozed' or snoozed_until is not null)
);
-- The last word on "never twice": one open trigger a client and product, one trigger a cycle.
create unique index trigger_one_open on xsell.trigger_record (bank_id, client_id, coalesce(product_code, ''))
  where state in ('open', 'accepted', 'snoozed');
create unique index trigger_one_cycle on xsell.trigger_record (bank_id, client_id, kind, coalesce(product_code, ''), cycle);
create index trigger_by_manager on xsell.trigger_record (bank_id, manager_id) where state in ('open', 'accepted', 'snoozed');

create table xsell.event_record (
  event_id   bigint generated always as identity primary key,
  trigger_id uuid not null references xsell.trigger_record,
  at         timestamptz not null,
  actor      text not null,
  from_state text,
  to_state   text not null,
  note       text
);
create index event_by_trigger on xsell.event_record (trigger_id, event_id);

create function xsell.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of triggers is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger event_append_only before update or delete or truncate on xsell.event_record
  for each statement execute function xsell.refuse_change();

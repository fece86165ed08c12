-- A night of a past date takes the place of what is published, stages included. What the stages were before is kept here, so
-- that later nights lean on them as if nobody had looked back.
create table xsell.stage_memory (
  bank_id        text not null,
  client_id      bigint not null,
  as_of          date not null,
  stage          text,
  previous_stage text,
  primary key (bank_id, client_id)
);
comment on table xsell.stage_memory is
  'Stages of the last publication before somebody looked back; none once a night of its date or later is published.';
comment on column xsell.stage_memory.as_of is 'Date of that publication.';
comment on column xsell.stage_memory.previous_stage is 'The stage that the night of that date leaned on itself; null where there was none.';
alter table xsell.stage_memory enable row level security;
create policy every_client on xsell.stage_memory using ((select xsell.sees_every_client()));

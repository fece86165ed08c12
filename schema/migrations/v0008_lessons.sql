create table xsell.lesson (
  bank_id     text not null,
  as_of       date not null,
  run_id      uuid not null,
  policy_hash text not null,
  version     text not null,
  content     json not null,
  primary key (bank_id, as_of)
);
comment on table xsell.lesson is
  'What all clients of a bank together taught a night: kept while the month lasts, so that within it only clients that changed are judged anew. A run uses the latest from before its as-of date, if it learned under the same policy.';
comment on column xsell.lesson.run_id is 'The run that learned it.';

-- The same from one night to the next as long as the stage is the same, so that rows of clients that did not change are not
-- written.
alter table xsell.publication add column has_previous_stages boolean not null default true;
comment on column xsell.publication.has_previous_stages is 'Whether the night leaned on stages of an earlier one.';
comment on column xsell.client_result.previous_stage is
  'The stage that the night leaned on: null = the same as its own, empty = none. Where the publication has no previous stages, none.';

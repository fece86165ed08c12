-- When a client's stage changed from one publication to the next. What is published first has no change: where a client
-- stood then is told by its first change, or by the stage that it still has.
create table xsell.stage_change (
  bank_id    text not null,
  client_id  bigint not null,
  as_of      date not null,
  from_stage text,
  to_stage   text,
  primary key (bank_id, client_id, as_of),
  check (from_stage is distinct from to_stage)
);
create index stage_change_by_date on xsell.stage_change (bank_id, as_of);

create view xsell.stage_history with (security_invoker = true) as
select bank_id, client_id, as_of, from_stage, to_stage from xsell.stage_change;

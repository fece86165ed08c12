-- What product months come to, so that a night need not read years of them again: whatever this says can be had from the source at
-- any time. Neither table is logged, for nothing is lost with them; after a crash of the server they are empty.
create unlogged table xsell.client_activity (
  bank_id   text not null,
  client_id bigint not null,
  row_count bigint not null,
  content   bigint not null,
  figures   bytea,
  primary key (bank_id, client_id)
);
comment on table xsell.client_activity is
  'What the product months of each client come to up to the last complete month, as they stood when they were last read.';
comment on column xsell.client_activity.row_count is 'Sound product months of the client up to the last month; 0 where figures are null.';
comment on column xsell.client_activity.content is 'Sum of the hashes of the client''s product months.';
comment on column xsell.client_activity.figures is
  'Months and holdings, packed (Store/Source/ActivityCode.swift); null = some row of the client is not sound or of no use, and all are to be read every night.';

create unlogged table xsell.activity_reading (
  bank_id   text primary key,
  terms     text not null,
  row_count bigint not null,
  threshold xid8
);
comment on table xsell.activity_reading is 'How the product months of a bank were read, of which client_activity says what they come to.';
comment on column xsell.activity_reading.terms is
  'What they were read by: the table, its columns and partitions, the last month, the products, the bounds. Another text = to be read anew.';
comment on column xsell.activity_reading.row_count is 'About how many product months there are.';
comment on column xsell.activity_reading.threshold is
  'The oldest transaction that was under way: rows of older ones were seen. Null = the bank loads most rows anew, so that nothing is kept under these terms.';

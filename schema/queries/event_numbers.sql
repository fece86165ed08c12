-- Numbers for so many lines of history. $1 how many.
select array_agg(nextval('xsell.event_record_event_id_seq')) as numbers from generate_series(1, $1)

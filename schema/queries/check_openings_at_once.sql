-- Products of which most first openings are of one day (OpeningsAtOnce).
select unnest(current_setting('xsell.openings_at_once')::text[]) as key

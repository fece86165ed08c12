-- Columns of every unique index in force on relations of the contract. A table with children by inheritance is left
-- out: the index does not reach them.
select c.relname::text as relation,
  array(
    select a.attname::text
    from unnest(i.indkey::smallint[]) with ordinality as k(attnum, place)
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where k.place <= i.indnkeyatts
    order by a.attname) as columns
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'source' and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
  and (c.relkind = 'p' or not c.relhassubclass)
order by c.relname, columns

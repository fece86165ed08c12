-- One row a column of the contract's relations as the database has them; a relation without columns has one row with
-- nulls. Types by their base, so that a domain is what it is made of.
select c.relname::text as relation, c.relkind::text as kind, a.attname::text as column_name,
  coalesce(b.typname, t.typname)::text as type_name
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_type b on b.oid = nullif(t.typbasetype, 0)
where n.nspname = 'source' and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname = any ($1)
order by c.relname, a.attnum

-- The tables that hold the product months, as one text, and the oldest transaction that may yet add to them. The text is null
-- where rows cannot be told by the transactions that wrote them: in a view, a foreign table, another kind of storage, or
-- where row-level security or the privileges decide what is seen, and where a column is computed as it is read.
with recursive tree(oid) as (
  select to_regclass('source.product_month')::oid
  union all
  select i.inhrelid from pg_inherits i join tree t on i.inhparent = t.oid
),
parts as (
  select c.oid,
    not c.relrowsecurity and (c.relkind = 'p' or c.relkind = 'r' and m.amname = 'heap')
      and has_table_privilege(to_regclass('source.product_month'), 'select')
      and has_function_privilege('pg_control_system()', 'execute')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attgenerated = 'v') as is_plain,
    (select string_agg(concat_ws(' ', a.attnum, a.attname, a.atttypid, a.atttypmod), ',' order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from tree t
  join pg_class c on c.oid = t.oid
  left join pg_am m on m.oid = c.relam
)
select case when bool_and(is_plain)
    then concat_ws(' ', (select oid from pg_database where datname = current_database()),
      string_agg(oid || ':' || columns, ' ' order by oid))
  end as tables,
  pg_snapshot_xmin(pg_current_snapshot())::text as oldest
from parts

-- What has to be said, by whoever may, before members of the role see what is theirs and nothing else. $1 role.
select coalesce(array_agg(w.said order by w.place), '{}') as statements
from (
  select 1 as place, format('REVOKE EXECUTE ON FUNCTION xsell.every_client() FROM %s',
      case when has_function_privilege('public', 'xsell.every_client()', 'execute') then 'PUBLIC' else quote_ident($1::text) end) as said
    where has_function_privilege($1::text, 'xsell.every_client()', 'execute')
  union all
  select 2, format('REVOKE ALL ON source.%I FROM %s', r.name,
      case when has_any_column_privilege('public', 'source.' || r.name, 'select') then 'PUBLIC' else quote_ident($1::text) end)
    from unnest(array['client', 'account', 'product_month']) as r(name)
    where to_regclass('source.' || r.name) is not null and has_any_column_privilege($1::text, 'source.' || r.name, 'select')
  union all
  select 3, format('GRANT USAGE ON SCHEMA source TO %I', $1::text)
    where to_regnamespace('source') is not null and not has_schema_privilege($1::text, 'source', 'usage')
  union all
  select 4, format('GRANT SELECT ON source.%I TO %I', r.name, $1::text)
    from unnest(array['bank', 'manager', 'product']) as r(name)
    where to_regclass('source.' || r.name) is not null and not has_table_privilege($1::text, 'source.' || r.name, 'select')
) w

-- How far schema xsell has come.
select coalesce(max(version), 0) as version from xsell.migration

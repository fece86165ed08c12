-- Regions and industries that differ from another one in capitals and spaces alone: their clients are not peers.
select n.name as key
from (
  select d.kind, d.name,
    count(*) over (partition by d.kind, lower(btrim(regexp_replace(d.name, '\s+', ' ', 'g')))) as spellings
  from (
    select distinct v.kind, v.name
    from (
      select distinct c.region, c.industry from ({{faults_client}}) c where c.fault is null
    ) p
    cross join lateral (values ('region', p.region), ('industry', p.industry)) v (kind, name)
    where v.name is not null
  ) d
) n
where n.spellings > 1

-- Managers whose number, login or full name fits a pattern of LIKE in small letters; $1 one bank, or null, $2 the pattern,
-- $3 the one with this number, or null.
-- Only a to z count as letters: what else has two cases depends on the database, and the pattern leaves it open.
select b.bank_id, b.name as bank_name, b.currency, b.locale, p.as_of, m.manager_id, m.full_name,
  m.login, m.branch as manager_branch, m.active
from (
  select distinct bank_id, manager_id
  from source.manager
  where ($1::text is null or bank_id = $1) and ($3::bigint is null or manager_id = $3)
    and (manager_id::text = $2::text or lower(login::text collate "C") like $2
      or lower(full_name::text collate "C") like $2)
) f
cross join lateral (
  select * from ({{known_managers}}) m where m.bank_id = f.bank_id and m.manager_id = f.manager_id offset 0
) m
join ({{known_banks}}) b on b.bank_id = m.bank_id
left join xsell.publication p on p.bank_id = m.bank_id
order by b.bank_id collate "C", m.manager_id

-- Managers with their banks; $1 one bank, or null.
select b.bank_id, b.name as bank_name, b.currency, b.locale, p.as_of, m.manager_id, m.full_name,
  m.login, m.branch as manager_branch, m.active
from ({{known_managers}}) m
join ({{known_banks}}) b on b.bank_id = m.bank_id
left join xsell.publication p on p.bank_id = m.bank_id
where $1::text is null or m.bank_id = $1
order by b.bank_id collate "C", m.manager_id

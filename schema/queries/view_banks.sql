-- Banks and what is published of them; $1 one bank, or null.
select b.bank_id, b.name as bank_name, b.currency, b.locale, p.as_of
from ({{known_banks}}) b
left join xsell.publication p on p.bank_id = b.bank_id
where $1::text is null or b.bank_id = $1
order by b.bank_id collate "C"

-- The last publication's currency is another.
select p.currency || ' -> ' || b.currency as key
from source.bank b
join xsell.publication p on p.bank_id = b.bank_id
where b.bank_id = current_setting('xsell.bank_id') and p.currency <> b.currency

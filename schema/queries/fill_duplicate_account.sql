-- Accounts whose key stands more than once among those known on the as-of date.
insert into pg_temp.duplicate_account (account_id)
select account_id::bigint
from source.account
where bank_id = current_setting('xsell.bank_id') and account_id is not null
  and (opened_on is null or opened_on <= current_setting('xsell.as_of')::date)
group by account_id::bigint
having count(*) > 1

-- Every account of the bank as it stands, in any order: judged where it arrives, by the rules of faults_account, and put in
-- order there. Joining millions of rows to their clients and sorting them took the server three times as long as sending them.
select account_id::bigint, client_id::bigint, product_code::text, opened_on, closed_on, matures_on
from source.account
where bank_id = (select current_setting('xsell.bank_id'))

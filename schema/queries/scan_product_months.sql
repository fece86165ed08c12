-- Every product month of the bank as it stands, in any order: judged, rounded and summed where it arrives, by the rules of
-- faults_product_month. Tens of millions of rows: whatever the server did to each would cost more than sending it.
select client_id::bigint, product_code::text, month, income::numeric, operations::bigint
from source.product_month
where bank_id = (select current_setting('xsell.bank_id'))

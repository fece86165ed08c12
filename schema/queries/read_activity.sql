-- What the product months of each client came to.
select client_id, row_count, content, figures
from xsell.client_activity
where bank_id = (select current_setting('xsell.bank_id'))

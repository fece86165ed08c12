-- Whether schema xsell has heard of the bank; of it alone, since that is what one looks at when the source is not there. $1 bank.
select exists (select from xsell.run where bank_id = $1)

-- Rows of the bank, whatever their date and soundness.
select count(*) from source.product_month where bank_id = $1

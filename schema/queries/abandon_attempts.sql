-- Who holds the bank's lock knows that an attempt still marked as running has died.
update xsell.attempt set state = 'abandoned', finished_at = $2 where bank_id = $1 and state = 'running'

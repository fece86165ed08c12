-- Whether an attempt came to its end and was published.
select exists (select from xsell.attempt where attempt_id = $1 and state = 'published')

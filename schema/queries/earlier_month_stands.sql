-- Whether what the bank's views show is of an earlier month than the night's last that is over.
select exists (
  select from xsell.publication p
  where p.bank_id = $1 and date_trunc('month', p.as_of + 1) < date_trunc('month', $2::date + 1)
)

-- Whether anything of the bank's clients is kept, though no row says what it was written with. $1 bank.
select exists (select from xsell.client_result where bank_id = $1)
  or exists (select from xsell.stage_change where bank_id = $1)

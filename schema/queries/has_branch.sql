-- Whether a manager or a call, be it over, is of the branch. $1 bank, $2 branch.
select exists (select from source.manager where bank_id = $1 and branch = $2)
  or exists (select from xsell.trigger where bank_id = $1 and branch = $2)

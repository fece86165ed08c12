-- Reads every value of the bank's rows in one relation, and nothing of the others: whether a view of the bank's own fails on
-- a row. $1 bank, $2 relation.
select case $2::text
  when 'bank' then (select count(t::text) from source.bank t where bank_id = $1)
  when 'manager' then (select count(t::text) from source.manager t where bank_id = $1)
  when 'product' then (select count(t::text) from source.product t where bank_id = $1)
  when 'client' then (select count(t::text) from source.client t where bank_id = $1)
  when 'account' then (select count(t::text) from source.account t where bank_id = $1)
  when 'product_month' then (select count(t::text) from source.product_month t where bank_id = $1)
  when 'load' then (select count(t::text) from source.load t where bank_id = $1)
end

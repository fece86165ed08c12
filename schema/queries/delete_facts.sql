-- $1 bank; $2 to $6 which of them.
with cohorts as (delete from xsell.cohort where bank_id = $1 and $2),
  profiles as (delete from xsell.profile_fact where bank_id = $1 and $3),
  lives as (delete from xsell.life_value_fact where bank_id = $1 and $5),
  curves as (delete from xsell.survival_fact where bank_id = $1 and $6)
delete from xsell.profile_product_fact where bank_id = $1 and $4

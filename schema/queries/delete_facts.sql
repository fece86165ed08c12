with cohorts as (delete from xsell.cohort where bank_id = $1),
  profiles as (delete from xsell.profile_fact where bank_id = $1),
  lives as (delete from xsell.life_value_fact where bank_id = $1),
  curves as (delete from xsell.survival_fact where bank_id = $1)
delete from xsell.profile_product_fact where bank_id = $1

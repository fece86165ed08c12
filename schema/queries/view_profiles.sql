-- Profiles of one cohort with their products: one row a profile and product. $1 bank; $2 cohort, with or without the
-- bank's name before it, null = the whole bank, in any case of letters unless one is spelled just so; $3 profile, null =
-- all.
with meant as (
  select c.bank_id, c.name, c.level, c.region, c.industry, b.currency,
    rank() over (order by (c.name in ($2, b.name || ' × ' || $2)) is true desc) as place
  from xsell.cohort c
  join ({{known_banks}}) b on b.bank_id = c.bank_id
  where c.bank_id = $1
    and case
      when $2::text is null then c.level = 'bank'
      else lower(c.name) in (lower($2), lower(b.name || ' × ' || $2))
    end
)
select f.bank_id, h.currency, f.run_id, f.cohort, f.cohort_level, h.region, h.industry, f.profile_id, f.profile_name,
  f.pinned, f.members, f.typical_income, f.ideal_income, l.expected_months, l.life_value, l.acquisition_cost,
  q.product_code, coalesce(p.name, q.product_code) as product_name,
  q.characteristic, q.member_count, q.reference_members, q.reference_holders, q.penetration,
  q.typical_income as product_typical_income, q.ideal_income as product_ideal_income, q.typical_operations
from xsell.profile f
join meant h on (h.bank_id, h.name, h.level) = (f.bank_id, f.cohort, f.cohort_level) and h.place = 1
join xsell.profile_product q
  on q.bank_id = f.bank_id and q.cohort = f.cohort and q.cohort_level = f.cohort_level and q.profile_id = f.profile_id
left join xsell.life_value l on l.bank_id = f.bank_id and l.dimension = 'profile' and l.key = f.profile_id::text
left join ({{known_products}}) p on p.bank_id = q.bank_id and p.product_code = q.product_code
where f.bank_id = $1
  and ($3::integer is null or f.profile_id = $3)
order by f.cohort_level, f.cohort collate "C", f.profile_id, q.penetration desc, q.product_code collate "C"

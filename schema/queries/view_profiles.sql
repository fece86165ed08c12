-- Profiles of one cohort with their products: one row a profile and product. $1 bank; $2 cohort, with or without the
-- bank's name before it, null = the whole bank; $3 profile, null = all.
select f.bank_id, b.currency, f.run_id, f.cohort, f.cohort_level, h.region, h.industry, f.profile_id, f.profile_name,
  f.pinned, f.members, f.typical_income, f.ideal_income, l.expected_months, l.life_value, l.acquisition_cost, q.product_code, coalesce(p.name, q.product_code) as product_name,
  q.characteristic, q.member_count, q.reference_members, q.reference_holders, q.penetration,
  q.typical_income as product_typical_income, q.ideal_income as product_ideal_income, q.typical_operations
from xsell.profile f
join ({{known_banks}}) b on b.bank_id = f.bank_id
join xsell.cohort h on (h.bank_id, h.name, h.level) = (f.bank_id, f.cohort, f.cohort_level)
join xsell.profile_product q
  on q.bank_id = f.bank_id and q.cohort = f.cohort and q.cohort_level = f.cohort_level and q.profile_id = f.profile_id
left join xsell.life_value l on l.bank_id = f.bank_id and l.dimension = 'profile' and l.key = f.profile_id::text
left join ({{known_products}}) p on p.bank_id = q.bank_id and p.product_code = q.product_code
where f.bank_id = $1
  and ($3::integer is null or f.profile_id = $3)
  and case
    when $2::text is null then f.cohort_level = 'bank'
    else lower(f.cohort) in (lower($2), lower(b.name || ' × ' || $2))
  end
order by f.profile_id, q.penetration desc, q.product_code collate "C"

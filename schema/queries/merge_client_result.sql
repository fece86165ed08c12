-- Only rows that changed are written, and without the locks that ON CONFLICT takes, which are logged too.
with changed as (
  update xsell.client_result t set
    (client_no, manager_id, cohort_id, own_profile, membership, rfm_segment, tenure_months, monthly_income,
      typical_income, ideal_income, potential_income, potential_low, potential_high, expected_income,
      in_control_group, product, kind, counted, profile, members, holders, penetration, probability, typical, low,
      high, expected, drivers, mean, expected_months, life_value, life_low, life_high) =
    (s.client_no, s.manager_id, s.cohort_id, s.own_profile, s.membership, s.rfm_segment, s.tenure_months,
      s.monthly_income, s.typical_income, s.ideal_income, s.potential_income, s.potential_low, s.potential_high,
      s.expected_income, s.in_control_group, s.product, s.kind, s.counted, s.profile, s.members, s.holders,
      s.penetration, s.probability, s.typical, s.low, s.high, s.expected, s.drivers, s.mean, s.expected_months,
      s.life_value, s.life_low, s.life_high)
  from pg_temp.client_result_stage s
  where (t.bank_id, t.client_id) = (s.bank_id, s.client_id) and row(t.*) is distinct from row(s.*)
)
insert into xsell.client_result
select s.* from pg_temp.client_result_stage s
where not exists (select from xsell.client_result o where (o.bank_id, o.client_id) = (s.bank_id, s.client_id))

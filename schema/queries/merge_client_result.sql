-- Only rows that changed are written.
insert into xsell.client_result as t
select s.* from pg_temp.client_result_stage s
left join xsell.client_result o using (bank_id, client_id)
where o.client_id is null or row(o.*) is distinct from row(s.*)
on conflict (bank_id, client_id) do update set
  (client_no, manager_id, cohort_id, own_profile, membership, stage, previous_stage, rfm_segment, tenure_months, monthly_income, typical_income,
    ideal_income, potential_income, potential_low, potential_high, expected_income, in_control_group, product, kind, status,
    status_product, counted, profile, members, holders, penetration, probability, typical, low, high, expected, drivers, mean,
    stage_since, expected_months, life_value, life_low, life_high, content) =
  (excluded.client_no, excluded.manager_id, excluded.cohort_id, excluded.own_profile, excluded.membership, excluded.stage, excluded.previous_stage, excluded.rfm_segment,
    excluded.tenure_months, excluded.monthly_income, excluded.typical_income, excluded.ideal_income,
    excluded.potential_income, excluded.potential_low, excluded.potential_high, excluded.expected_income,
    excluded.in_control_group, excluded.product, excluded.kind, excluded.status, excluded.status_product, excluded.counted,
    excluded.profile, excluded.members, excluded.holders, excluded.penetration, excluded.probability, excluded.typical,
    excluded.low, excluded.high, excluded.expected, excluded.drivers, excluded.mean,
    excluded.stage_since, excluded.expected_months, excluded.life_value, excluded.life_low, excluded.life_high, excluded.content)

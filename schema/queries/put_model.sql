insert into xsell.profile_model (bank_id, as_of, parameters, products, profile_ids, profile_names, baseline, next_id)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (bank_id, as_of) do update
set (parameters, products, profile_ids, profile_names, baseline, next_id) =
  (excluded.parameters, excluded.products, excluded.profile_ids, excluded.profile_names, excluded.baseline, excluded.next_id)

insert into xsell.publication as p
  (bank_id, run_id, as_of, horizon_months, basis, products, currency, locale, income_basis, has_previous_stages, facts, notes_stages)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true)
on conflict (bank_id) do update
set (run_id, as_of, horizon_months, basis, products, currency, locale, income_basis, has_previous_stages, facts, notes_stages) =
  (excluded.run_id, excluded.as_of, excluded.horizon_months, excluded.basis, excluded.products, excluded.currency, excluded.locale,
    excluded.income_basis, excluded.has_previous_stages, excluded.facts, p.as_of <= excluded.as_of
      and not exists (select from xsell.stage_memory m where m.bank_id = p.bank_id))

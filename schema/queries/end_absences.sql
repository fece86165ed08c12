-- A manager is back: absences that have begun end the day before, later ones fall away. $1 bank, $2 manager, $3 first day
-- back. Returns how many were concerned.
with dropped as (
  delete from xsell.absence where bank_id = $1 and manager_id = $2 and from_date >= $3 returning 1
),
ended as (
  update xsell.absence set until_date = $3::date - 1
  where bank_id = $1 and manager_id = $2 and from_date < $3 and (until_date is null or until_date >= $3)
  returning 1
)
select (select count(*) from dropped) + (select count(*) from ended) as absences
